import * as fc from 'fast-check';
import { gridByGroup, gridByPoint } from '../../../domain/geography/grid-lookup.js';
import { metresBetween } from '../../../domain/geography/point.js';
import { town } from '../small-town.js';

describe('the grid of a villager group', () => {
  it('is the grid the town gave that group', () => {
    expect(gridByGroup(town(), 'east-village', 2)?.number).toBe(1);
    expect(gridByGroup(town(), 'east-village', 3)?.number).toBe(2);
  });

  it('is unknown for a village or a group the town does not have', () => {
    expect(gridByGroup(town(), 'east-village', 4)).toBeUndefined();
    expect(gridByGroup(town(), 'west-village', 1)).toBeUndefined();
    expect(gridByGroup({ ...town(), grids: [] }, 'east-village', 1)).toBeUndefined();
  });
});

describe('the grid of a point', () => {
  it('is the grid that holds it', () => {
    expect(gridByPoint(town(), { lng: 118.005, lat: 37.005 })?.number).toBe(1);
    expect(gridByPoint(town(), { lng: 118.015, lat: 37.005 })?.number).toBe(2);
    expect(gridByPoint(town(), { lng: 118.005, lat: 37.015 })?.number).toBe(3);
  });

  it('is none outside the town', () => {
    expect(gridByPoint(town(), { lng: 118.015, lat: 37.015 })).toBeUndefined();
    expect(gridByPoint(town(), { lng: 37.005, lat: 118.005 })).toBeUndefined();
  });

  it('on a shared edge or corner is the one with the lowest number, however the town lists them', () => {
    const backwards = { ...town(), grids: town().grids.toReversed() };
    for (const one of [town(), backwards]) {
      expect(gridByPoint(one, { lng: 118.01, lat: 37.005 })?.number).toBe(1);
      expect(gridByPoint(one, { lng: 118.01, lat: 37.01 })?.number).toBe(1);
      expect(gridByPoint(one, { lng: 118.005, lat: 37.01 })?.number).toBe(1);
    }
  });

  it('is one of the grids everywhere inside, edges included', () => {
    const steps = fc.nat(200).map((n) => n / 10_000);
    fc.assert(
      fc.property(steps, fc.nat(100), (east, north) => {
        const found = gridByPoint(town(), { lng: 118 + east, lat: 37 + north / 10_000 });
        expect(found?.number).toBe(118 + east <= 118.01 ? 1 : 2);
      }),
    );
  });
});

describe('distance', () => {
  it('is 111 km for a degree of latitude and less for one of longitude', () => {
    expect(metresBetween({ lat: 37, lng: 118 }, { lat: 38, lng: 118 })).toBeCloseTo(111_195, -1);
    expect(metresBetween({ lat: 60, lng: 118 }, { lat: 60, lng: 119 })).toBeCloseTo(55_597, -2);
  });

  it('is the same both ways, and nothing to the same place', () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 3);
        expect(metresBetween(a, a)).toBe(0);
      }),
    );
  });
});
