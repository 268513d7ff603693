import type { Bilingual } from '../town/language.js';
import type { Town } from '../town/schema.js';
import { countFigures, type Happenings, type Period } from './count-figures.js';
import type { Figures } from './figures.js';

export const DIVISIONS = ['town', 'village', 'grid'] as const;
export type Division = (typeof DIVISIONS)[number];

/** The figures of one place. */
export interface PlaceFigures {
  /** The town's or the village's id, or the grid's number; `none` for what no grid was found for. */
  readonly id: string;
  readonly name: Bilingual;
  readonly figures: Figures;
}

export interface Statistics {
  readonly total: Figures;
  /** Every place of the town, and `none` where something lies in no grid: their counts add up to the total's. */
  readonly places: readonly PlaceFigures[];
}

const NOWHERE = 'none';
const UNPLACED: Bilingual = { 'zh-CN': '未分派', en: 'Not placed' };

/** The figures of a town for a period, divided by place. */
export function statisticsOf(town: Town, by: Division, happenings: Happenings, period: Period): Statistics {
  const parts = divide(happenings, placeOfGrid(town, by));
  const known = placesOf(town, by);
  const places = parts.has(NOWHERE) ? [...known, { id: NOWHERE, name: UNPLACED }] : known;
  return {
    total: countFigures(happenings, period),
    places: places.map((place) => ({
      ...place,
      figures: countFigures(parts.get(place.id) ?? NOTHING, period),
    })),
  };
}

const NOTHING: Happenings = { requests: [], visits: [], receptions: [] };

function placesOf({ settings, villages, grids }: Town, by: Division): { id: string; name: Bilingual }[] {
  switch (by) {
    case 'town':
      return [{ id: settings.id, name: settings.name }];
    case 'village':
      return villages.map(({ id, name }) => ({ id, name }));
    case 'grid':
      return grids.map(({ number, name }) => ({ id: String(number), name }));
  }
}

/** A grid lies in one village, whatever village a report named. A grid that the town no longer has is nowhere. */
function placeOfGrid({ settings, grids }: Town, by: Division): (grid: number | undefined) => string {
  if (by === 'town') return () => settings.id;
  const places = new Map(
    grids.map(({ number, village }) => [number, by === 'village' ? village : String(number)]),
  );
  return (grid) => places.get(grid ?? 0) ?? NOWHERE;
}

function divide(
  { requests, visits, receptions }: Happenings,
  placeOf: (grid: number | undefined) => string,
): ReadonlyMap<string, Happenings> {
  const parts = new Map<string, { [Kind in keyof Happenings]: Happenings[Kind][number][] }>();
  const partOf = (grid: number | undefined) => {
    const place = placeOf(grid);
    const part = parts.get(place) ?? { requests: [], visits: [], receptions: [] };
    parts.set(place, part);
    return part;
  };
  for (const request of requests) partOf(request.grid).requests.push(request);
  for (const visit of visits) partOf(visit.grid).visits.push(visit);
  for (const reception of receptions) partOf(reception.grid).receptions.push(reception);
  return parts;
}
