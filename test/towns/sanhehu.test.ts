import * as fc from 'fast-check';
import pointInPolygon from 'point-in-polygon-hao';
import { gridByPoint } from '../../domain/geography/grid-lookup.js';
import { mostParts } from '../../domain/texts/fit-words.js';
import { longestRendering } from '../../domain/texts/lint-texts.js';
import { smsParts } from '../../domain/texts/sms-parts.js';
import { PLACEHOLDER_LENGTH, type TextKey } from '../../domain/texts/text-keys.js';
import type { Town } from '../../domain/town/schema.js';
import { readTown } from '../../towns/read-town.js';
import { SAMPLE } from './town-copy.js';

const town: Town = (() => {
  const read = readTown(SAMPLE);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.town;
})();

type Ring = Town['grids'][number]['polygon'];

/** In square degrees; positive when counter-clockwise. */
const areaOf = (ring: Ring): number =>
  ring.slice(0, -1).reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    return sum + (x - 117) * (nextY - 37) - (nextX - 117) * (y - 37);
  }, 0) / 2;

/** Each side of each grid, both ways round telling apart. */
const sides = town.grids.flatMap(({ polygon }) =>
  polygon.slice(0, -1).map((from, index) => ({ from: String(from), to: String(polygon[index + 1]) })),
);
const walked = new Set(sides.map(({ from, to }) => `${from}>${to}`));

/** The outline: the sides that no neighbour shares, one after the other. */
function outline(): Ring {
  const next = new Map(
    sides.filter(({ from, to }) => !walked.has(`${to}>${from}`)).map(({ from, to }) => [from, to]),
  );
  const [start = ''] = next.keys();
  const ring = [start];
  for (let at = next.get(start); at !== undefined && at !== start; at = next.get(at)) ring.push(at);
  expect(ring).toHaveLength(next.size);
  return [...ring, start].map((corner) => {
    const [lng = 0, lat = 0] = corner.split(',').map(Number);
    return [lng, lat];
  });
}

describe('the grids of the sample town', () => {
  it('are 77, numbered 1 to 77', () => {
    expect(town.grids.map(({ number }) => number)).toEqual(
      Array.from({ length: 77 }, (_, index) => index + 1),
    );
  });

  it('share every side with exactly one neighbour, or with nobody on one closed outline', () => {
    expect(walked.size).toBe(sides.length);
    expect(outline().length).toBeGreaterThan(30);
  });

  it('fill the outline: their areas add up to its area', () => {
    const sum = town.grids.reduce((total, { polygon }) => total + areaOf(polygon), 0);
    expect(sum / areaOf(outline())).toBeCloseTo(1, 9);
  });

  it('hold every place of the town exactly once', () => {
    const ring = outline();
    const lngs = ring.map(([lng]) => lng);
    const lats = ring.map(([, lat]) => lat);
    const between = (all: number[]) =>
      fc.double({ min: Math.min(...all), max: Math.max(...all), noNaN: true });
    fc.assert(
      fc.property(between(lngs), between(lats), (lng, lat) => {
        fc.pre(pointInPolygon([lng, lat], [ring]) === true);
        const holding = town.grids.filter(({ polygon }) => pointInPolygon([lng, lat], [polygon]) === true);
        const onSide = town.grids.some(({ polygon }) => pointInPolygon([lng, lat], [polygon]) === 0);
        expect(onSide ? 1 : holding.length).toBe(1);
        expect(gridByPoint(town, { lat, lng })).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('lie around 37.35 N, 117.75 E, grid 52 in Zhukou', () => {
    const corners = town.grids.flatMap(({ polygon }) => polygon);
    expect(corners.every(([lng, lat]) => Math.abs(lng - 117.75) < 0.1 && Math.abs(lat - 37.35) < 0.1)).toBe(
      true,
    );
    expect(town.grids[51]).toMatchObject({ number: 52, village: 'zhukou' });
  });

  it('each have a villager group, in the village where the grid lies', () => {
    for (const { number, village } of town.grids) {
      const groups = town.villages.filter(({ groups }) => groups.some(({ grid }) => grid === number));
      expect(groups.map(({ id }) => id)).toEqual([village]);
    }
  });
});

describe('the people of the sample town', () => {
  it('are 231 on the posts, three to a grid, each on one', () => {
    const held = town.grids.flatMap(({ posts }) => [posts.a, posts.b, posts.c]);
    expect(held).toHaveLength(231);
    expect(new Set(held).size).toBe(231);
  });

  it('are two or more in every department', () => {
    expect(town.departments.filter(({ contacts }) => contacts.length < 2)).toEqual([]);
  });

  it('have different names, and phones of one invented block', () => {
    expect(new Set(town.staff.map(({ name }) => name)).size).toBe(town.staff.length);
    expect(town.staff.filter(({ phone }) => !/^\+8619900\d{6}$/.test(phone))).toEqual([]);
  });

  it('are marked as invented', () => {
    expect(town.settings.sample).toBe(true);
  });
});

describe('the texts of the sample town', () => {
  test.each(Object.entries(town.texts))(
    '%s fits two parts, or three where it calls for help, at its longest, in both languages',
    (name, text) => {
      for (const language of ['zh-CN', 'en'] as const) {
        const longest = longestRendering(
          name,
          language,
          town.settings.sms.signature[language],
          text[language],
        );
        expect(smsParts(longest).parts).toBeLessThanOrEqual(mostParts(name as TextKey));
      }
    },
  );

  it('show the names of categories, programmes and steps uncut', () => {
    const steps = town.programmes.flatMap(({ stages }) => stages.flatMap((stage) => stage.steps));
    const cut = (['zh-CN', 'en'] as const).flatMap((language) => [
      ...town.categories.filter(({ name }) => name[language].length > PLACEHOLDER_LENGTH.category),
      ...[...town.programmes, ...steps].filter(({ name }) => name[language].length > PLACEHOLDER_LENGTH.step),
      ...town.programmes.filter(
        ({ alternatives }) => alternatives[language].length > PLACEHOLDER_LENGTH.alternatives,
      ),
    ]);
    expect(cut.map(({ id }) => id)).toEqual([]);
  });

  it('name all the documents of each programme uncut', () => {
    for (const { documents } of town.programmes) {
      expect(documents.map(({ name }) => name['zh-CN']).join('、').length).toBeLessThanOrEqual(60);
      expect(documents.map(({ name }) => name.en).join(', ').length).toBeLessThanOrEqual(60);
    }
  });
});

describe('the programmes of the sample town', () => {
  const programme = (id: string) => town.programmes.find((candidate) => candidate.id === id);
  const by = (id: string) =>
    programme(id)?.stages.map(({ steps }) =>
      steps.map((step) => [typeof step.by === 'string' ? step.by : step.by.department, step.asks]),
    );

  it('lead cataract surgery through application, two approvals side by side, appointment and surgery', () => {
    expect(by('cataract-surgery')).toEqual([
      [['owner', 'application']],
      [
        ['red-cross', 'approval'],
        ['disabled-federation', 'approval'],
      ],
      [['eye-hospital', 'appointment']],
      [['eye-hospital', 'report']],
    ]);
    expect(programme('cataract-surgery')?.followUpDays).toEqual([7, 30]);
  });

  it('call grid head and gas company to a leak side by side: away in 5 minutes, on site in 30, the duty leader told', () => {
    const [alert, onSite] = programme('gas-emergency')?.stages ?? [];
    const who = (minutes: number) => [
      ['grid-head', { minutes }],
      [{ department: 'gas-company' }, { minutes }],
    ];
    expect(alert?.steps.map(({ by, within }) => [by, within])).toEqual(who(5));
    expect(alert?.tell).toEqual(['duty-leader']);
    expect(onSite?.steps.map(({ by, within }) => [by, within])).toEqual(who(30));
  });

  it('are each reached by a category, or by any danger', () => {
    const reached = new Set([
      town.settings.emergencyProgramme,
      ...town.categories.map(({ programme }) => programme),
    ]);
    expect(town.programmes.filter(({ id }) => !reached.has(id))).toEqual([]);
    expect(town.programmes.length).toBeGreaterThanOrEqual(7);
    expect(town.categories.length).toBeGreaterThanOrEqual(12);
  });
});
