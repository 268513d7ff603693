import * as fc from 'fast-check';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { weekChecks } from '../../../domain/inspections/week-checks.js';
import type { Supervisor, Town } from '../../../domain/town/schema.js';
import { grid, inspections, town } from '../small-town.js';

const MONDAY = '2026-08-24';
const weeks = (n: number) => Array.from({ length: n }, (_, i) => addDays(MONDAY, 7 * i));
const supervises = (staff: string, role: Supervisor['role'], village = 'east-village'): Supervisor => ({
  staff,
  role,
  village,
});
const withGrids = (n: number, each: number, supervisors = [supervises('l1', 'leader')]): Town =>
  town({
    grids: Array.from({ length: n }, (_, i) => grid(i + 1, 'east-village', i, 0)),
    supervisors,
    inspections: inspections({ gridsEachWeek: each }),
  });

describe('the checks of a week', () => {
  it('are by each method in turn', () => {
    const methods = weeks(6).map((date) => weekChecks(withGrids(3, 1), date).method.id);
    expect(new Set(methods).size).toBe(6);
    expect(weekChecks(withGrids(3, 1), addDays(MONDAY, 42)).method.id).toBe(methods[0]);
  });

  it('come to every grid of a supervisor before any comes again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 4 }), (n, each) => {
        const all = weeks(Math.ceil(n / each)).flatMap((date) => weekChecks(withGrids(n, each), date).checks);
        expect(new Set(all.map(({ grid: number }) => number)).size).toBe(n);
      }),
    );
  });

  it('are as many as the town wants, each of another grid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 4 }), (n, each) => {
        const { checks } = weekChecks(withGrids(n, each), MONDAY);
        expect(new Set(checks.map(({ grid: number }) => number)).size).toBe(Math.min(n, each));
      }),
    );
  });

  it('take the leader and the secretary of the same villages to different grids', () => {
    const both = withGrids(4, 1, [supervises('l1', 'leader'), supervises('w1', 'secretary')]);
    for (const date of weeks(8))
      expect(new Set(weekChecks(both, date).checks.map(({ grid: number }) => number)).size).toBe(2);
  });

  it("never take anybody to a grid of their own team's", () => {
    const own = withGrids(2, 2, [supervises('a1', 'leader')]);
    expect(weekChecks(own, MONDAY).checks).toEqual([{ by: 'a1', grid: 2 }]);
  });

  it('pass over whoever is on leave, and are none where nobody supervises', () => {
    const away = { ...withGrids(2, 1), leave: [{ staff: 'l1', from: MONDAY, to: MONDAY }] };
    expect(weekChecks(away, MONDAY).checks).toEqual([]);
    expect(weekChecks(withGrids(2, 1, []), MONDAY).checks).toEqual([]);
  });
});
