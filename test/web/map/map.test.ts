import { areaAt } from '../../../web/map/points.js';
import { drawingOf } from '../../../contracts/map/drawing.js';
import { withRoom } from '../../../contracts/map/labels.js';
import { ARROWS, neighbour } from '../../../web/map/neighbour.js';
import type { Spot } from '../../../contracts/map/projection.js';
import { countRanges, SHARE_RANGES, shadeOf } from '../../../contracts/map/shades.js';
import { moved, showing, zoomed } from '../../../web/map/view-box.js';

const WHOLE = { x: 0, y: 0, width: 900, height: 600 };

describe('what is seen of a map', () => {
  it.each([
    ['larger around a place, which stays where it is', zoomed(WHOLE, 2, [450, 300], WHOLE), [225, 150, 450]],
    ['never smaller than the whole', zoomed(WHOLE, 0.5, [450, 300], WHOLE), [0, 0, 900]],
    ['never larger than twelve times', zoomed(WHOLE, 100, [0, 0], WHOLE), [0, 0, 75]],
    [
      'moved, but not out of the town',
      moved(zoomed(WHOLE, 2, [0, 0], WHOLE), 9999, 9999, WHOLE),
      [450, 300, 450],
    ],
    [
      'moved as far as it takes to see a place',
      showing(zoomed(WHOLE, 2, [0, 0], WHOLE), [800, 500], WHOLE),
      [450, 300, 450],
    ],
  ] as const)('is %s', (_, { x, y, width }, expected) => {
    expect([x, y, width]).toEqual(expected);
  });
});

describe('an arrow key', () => {
  const places = [
    ['here', [100, 100]],
    ['right', [200, 120]],
    ['far right', [300, 100]],
    ['below', [90, 200]],
    ['left and below', [0, 190]],
  ] as const;
  const grid = places.map(([id, spot]) => ({ id, spot: spot as Spot }));

  it.each([
    ['ArrowRight', 'right'],
    ['ArrowDown', 'below'],
    ['ArrowLeft', 'left and below'],
    ['ArrowUp', undefined],
  ])('%s leads to the neighbour on that side: %s', (key, expected) => {
    expect(neighbour(grid, [100, 100], ARROWS[key] ?? [0, 0])).toBe(expected);
  });
});

it('a name that would lie on another is left out until there is room', () => {
  const names = [
    { text: '朱口村', spot: [100, 100] as Spot },
    { text: '东孙村', spot: [120, 105] as Spot },
  ];
  expect(withRoom(names, 13).map(({ text }) => text)).toEqual(['朱口村']);
  expect(withRoom(names, 2)).toHaveLength(2);
});

it.each([
  ['one of two neighbours', [0.5, 0.5], 1],
  ['the other', [1.5, 0.5], 2],
  ['where the ring goes in', [2.5, 0.9], undefined],
  ['beyond the edge', [-1, 0.5], undefined],
] as const)('a place lies in the area that holds it: %s', (_, at, area) => {
  const closed = (...ring: readonly (readonly [number, number])[]) => ring;
  const areas = [
    { id: 1, village: 'a', ring: closed([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]) },
    { id: 2, village: 'b', ring: closed([1, 0], [3, 0], [1.9, 1], [1, 1], [1, 0]) },
  ];
  expect(areaAt(areas, at)).toBe(area);
});

describe('shades', () => {
  it.each([
    ['nothing anywhere', [0, 0], []],
    [
      'one or two',
      [1, 2],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'up to nine',
      [4, 9],
      [
        [1, 3],
        [4, 6],
        [7, 9],
      ],
    ],
  ])('of counts are thirds of the largest: %s', (_, counts, ranges) => {
    expect(countRanges(counts).map(({ from, to }) => [from, to])).toEqual(ranges);
  });

  it.each([
    [undefined, 0],
    [0, 1],
    [0.7, 2],
    [1, 3],
  ])('of a share of %p is %p; where nobody said anything none', (share, shade) => {
    expect(shadeOf(share, SHARE_RANGES)).toBe(shade);
  });
});

it('a town is drawn with the names of its villages, and its lakes closed', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ] as const;
  const drawing = drawingOf({
    areas: [{ id: 1, village: 'east', ring }],
    villages: [
      { id: 'east', name: 'East' },
      { id: 'empty', name: 'Empty' },
    ],
    features: [
      { kind: 'lake', name: 'Lake', points: ring },
      {
        kind: 'lane',
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  });
  expect(drawing.names.map(({ text }) => text)).toEqual(['Lake', 'East']);
  expect(drawing.lines.map(({ path }) => path.endsWith('Z'))).toEqual([true, false]);
});
