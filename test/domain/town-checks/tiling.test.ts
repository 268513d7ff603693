import * as fc from 'fast-check';
import { type Corner, ringFault } from '../../../domain/town-checks/ring-faults.js';
import { type Plot, tilingFaults } from '../../../domain/town-checks/tiling-faults.js';

/** Degrees to a step: about 111 m. */
const STEP = 0.001;
const place = (x: number, y: number): Corner => [118 + x * STEP, 37 + y * STEP];

const box = (number: number, west: number, south: number, east: number, north: number): Plot => ({
  number,
  ring: [place(west, south), place(east, south), place(east, north), place(west, north), place(west, south)],
});

const faultsOf = (plots: Plot[]) => tilingFaults(plots).map(({ kind, plots }) => [kind, ...plots]);

describe('plots that tile', () => {
  it('have no fault where they share corners', () => {
    expect(faultsOf([box(1, 0, 0, 1, 1), box(2, 1, 0, 2, 1), box(3, 0, 1, 2, 2)])).toEqual([]);
  });

  it('may meet in the middle of a side', () => {
    expect(faultsOf([box(1, 0, 0, 1, 2), box(2, 1, 0, 2, 1), box(3, 1, 1, 2, 2)])).toEqual([]);
  });

  it('may be drawn either way round', () => {
    const turned = { number: 2, ring: box(2, 1, 0, 2, 1).ring.toReversed() };
    expect(faultsOf([box(1, 0, 0, 1, 1), turned])).toEqual([]);
  });

  it('may lie apart', () => {
    expect(faultsOf([box(1, 0, 0, 1, 1), box(2, 5, 0, 6, 1)])).toEqual([]);
  });

  it('may differ by less than half a metre, an inaccuracy of drawing', () => {
    expect(faultsOf([box(1, 0, 0, 1, 1), box(2, 1.002, 0, 2, 1), box(3, 0, 1, 2, 2)])).toEqual([]);
  });
});

describe('plots that do not tile', () => {
  it('overlap where their sides cross, with the area they share', () => {
    const [fault, ...others] = tilingFaults([box(1, 0, 0, 2, 2), box(2, 1, 1, 3, 3)]);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ kind: 'overlap', plots: [1, 2] });
    expect(fault?.squareMetres).toBeCloseTo(111.3 ** 2 * Math.cos((37.0015 / 180) * Math.PI), -1);
  });

  it('overlap where one lies inside another', () => {
    expect(faultsOf([box(1, 0, 0, 3, 3), box(2, 1, 1, 2, 2)])).toEqual([['overlap', 1, 2]]);
  });

  it('overlap where they are the same', () => {
    expect(faultsOf([box(1, 0, 0, 1, 1), box(2, 0, 0, 1, 1)])).toEqual([['overlap', 1, 2]]);
  });

  it('are reported once where they overlap in two places', () => {
    const comb: Plot = {
      number: 2,
      ring: [
        [0, 2],
        [0, 4],
        [3, 4],
        [3, 2],
        [2, 2],
        [2, 3],
        [1, 3],
        [1, 2],
        [0, 2],
      ].map(([x = 0, y = 0]) => place(x, y)),
    };
    expect(faultsOf([box(1, 0, 0, 3, 2.5), comb])).toEqual(expect.arrayContaining([['overlap', 1, 2]]));
    expect(faultsOf([box(1, 0, 0, 3, 2.5), comb]).filter(([kind]) => kind === 'overlap')).toHaveLength(1);
  });

  it('leave a gap, named with all that lie around it', () => {
    const around = [box(1, 0, 0, 3, 1), box(2, 0, 1, 1, 2), box(3, 2, 1, 3, 2), box(4, 0, 2, 3, 3)];
    expect(faultsOf(around)).toEqual([['gap', 1, 2, 3, 4]]);
  });

  it('are found wherever one of a mesh is taken away or grows', () => {
    const mesh = Array.from({ length: 25 }, (_, i) =>
      box(i + 1, i % 5, Math.floor(i / 5), (i % 5) + 1, Math.floor(i / 5) + 1),
    );
    expect(faultsOf(mesh)).toEqual([]);
    fc.assert(
      fc.property(
        fc.constantFrom(6, 7, 8, 11, 12, 13, 16, 17, 18),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (i, by) => {
          expect(faultsOf(mesh.toSpliced(i, 1))).toEqual([['gap', i - 4, i, i + 2, i + 6]]);
          const wider = box(i + 1, i % 5, Math.floor(i / 5), (i % 5) + 1 + by, Math.floor(i / 5) + 1);
          expect(faultsOf(mesh.with(i, wider))).toEqual([['overlap', i + 1, i + 2]]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a ring', () => {
  const ring = (...corners: [number, number][]): Corner[] => corners.map(([x, y]) => place(x, y));
  test.each([
    ['sound', ring([0, 0], [2, 0], [2, 2], [0, 2], [0, 0]), undefined],
    ['sound with a corner on a straight side', ring([0, 0], [1, 0], [2, 0], [2, 2], [0, 0]), undefined],
    ['not closed', ring([0, 0], [2, 0], [2, 2], [0, 2]), 'open'],
    ['a line', ring([0, 0], [2, 0], [0, 0]), 'too few corners'],
    [
      'through one corner twice',
      ring([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]),
      'repeated corner',
    ],
    ['a bow tie', ring([0, 0], [2, 2], [2, 0], [0, 2], [0, 0]), 'crosses itself'],
    ['folding back on itself', ring([0, 0], [4, 0], [2, 0], [2, 2], [0, 0]), 'crosses itself'],
    [
      'latitude first',
      [
        [37, 118],
        [38, 118],
        [38, 119],
        [37, 118],
      ] satisfies Corner[],
      'out of range',
    ],
  ])('%s', (_, corners, fault) => {
    expect(ringFault(corners)).toBe(fault);
  });
});
