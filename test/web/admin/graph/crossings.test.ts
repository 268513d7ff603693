import { meetingsOf } from '../../../../web/admin/graph/crossings.js';

type Line = readonly (readonly [x: number, y: number])[];

const met = (...lines: readonly Line[]) =>
  meetingsOf(
    lines.map((line) => line.map(([x, y]) => ({ x, y }))),
    () => false,
  );

const ACROSS: Line = [
  [0, 5],
  [10, 5],
];

describe('two lines', () => {
  test.each<[title: string, other: Line, crossings: number, overlaps: number]>([
    [
      'that run through each other cross once',
      [
        [5, 0],
        [5, 10],
      ],
      1,
      0,
    ],
    [
      'that slant through each other cross once',
      [
        [2, 0],
        [8, 10],
      ],
      1,
      0,
    ],
    [
      'apart from each other have nothing to do with each other',
      [
        [0, 8],
        [10, 8],
      ],
      0,
      0,
    ],
    [
      'of which one ends at the other run into each other',
      [
        [5, 0],
        [5, 5],
      ],
      0,
      1,
    ],
    [
      'on one track run along each other',
      [
        [4, 5],
        [20, 5],
      ],
      0,
      1,
    ],
    [
      'that cross twice are counted twice',
      [
        [2, 0],
        [2, 10],
        [8, 10],
        [8, 0],
      ],
      2,
      0,
    ],
  ])('%s', (_title, other, crossings, overlaps) => {
    expect(met(ACROSS, other)).toEqual({ crossings, overlaps });
  });

  it('on one track, which a third crosses, are crossed once for the eye', () => {
    expect(
      met(ACROSS, ACROSS, [
        [5, 0],
        [5, 10],
      ]).crossings,
    ).toBe(1);
  });
});
