import { instantAt, localDate } from '../calendar/local-time.js';
import { addDays } from '../calendar/plain-dates.js';
import type { Bilingual } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { type CategoryCauses, causesByCategory } from './causes-by-category.js';
import { countFigures, type Happenings, type Period } from './count-figures.js';
import type { Figures } from './figures.js';

const PLACES = ['town', 'village', 'grid'] as const;
type PlaceDivision = (typeof PLACES)[number];
export const DIVISIONS = [...PLACES, 'month'] as const;
export type Division = (typeof DIVISIONS)[number];

/** The figures of one place, or of one month. */
export interface PlaceFigures {
  /** The id of the town or village, a grid's number, or the month (YYYY-MM); `none`: without a grid. */
  readonly id: string;
  readonly name: Bilingual;
  readonly figures: Figures;
}

/** The causes of one category at a place, or of a month. */
export interface PlaceCauses extends CategoryCauses, Pick<PlaceFigures, 'name'> {
  readonly place: string;
}

export interface Statistics {
  readonly total: Figures;
  /** Every place of the town, and `none` for no grid, or every month: their counts add up to the total's. */
  readonly places: readonly PlaceFigures[];
  /** Where there are any, in the order of the places. */
  readonly causes: readonly PlaceCauses[];
}

const NOWHERE = 'none';
const UNPLACED: Bilingual = { 'zh-CN': '未分派', en: 'Not placed' };

/** The figures of a town for a period, divided by place or by month. */
export function statisticsOf(town: Town, by: Division, happenings: Happenings, period: Period): Statistics {
  const parts = by === 'month' ? monthsOf(town, happenings, period) : partsOf(town, by, happenings, period);
  return {
    total: countFigures(happenings, period),
    places: parts.map(({ id, name, ...part }) => ({
      id,
      name,
      figures: countFigures(part.happenings, part.period),
    })),
    causes: parts.flatMap(({ id, name, ...part }) =>
      causesByCategory(town, part.happenings.causes, part.period).map((causes) => ({
        place: id,
        name,
        ...causes,
      })),
    ),
  };
}

/** A part that is counted on its own: a place, or a month. */
interface Part extends Pick<PlaceFigures, 'id' | 'name'> {
  readonly happenings: Happenings;
  readonly period: Period;
}

function partsOf(town: Town, by: PlaceDivision, happenings: Happenings, period: Period): Part[] {
  const parts = divide(happenings, placeOfGrid(town, by));
  const known = placesOf(town, by);
  const places = parts.has(NOWHERE) ? [...known, { id: NOWHERE, name: UNPLACED }] : known;
  return places.map((place) => ({ ...place, happenings: parts.get(place.id) ?? NOTHING, period }));
}

/** Each month of the town's calendar as far as it lies in the period. */
function monthsOf({ settings: { timeZone } }: Town, happenings: Happenings, period: Period): Part[] {
  const months: Part[] = [];
  for (let { from } = period; from < period.to;) {
    const month = localDate(from, timeZone).slice(0, 7);
    const next = addDays(`${month}-28`, DAYS_TO_NEXT_MONTH).slice(0, 7);
    const to = Math.min(period.to, instantAt(`${next}-01`, '00:00', timeZone));
    months.push({ id: month, name: { 'zh-CN': month, en: month }, happenings, period: { from, to } });
    from = to;
  }
  return months;
}

/** From the 28th of any month into the next. */
const DAYS_TO_NEXT_MONTH = 4;

const NOTHING: Happenings = { requests: [], visits: [], receptions: [], causes: [] };

function placesOf({ settings, villages, grids }: Town, by: PlaceDivision): { id: string; name: Bilingual }[] {
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
function placeOfGrid({ settings, grids }: Town, by: PlaceDivision): (grid: number | undefined) => string {
  if (by === 'town') return () => settings.id;
  const places = new Map(
    grids.map(({ number, village }) => [number, by === 'village' ? village : String(number)]),
  );
  return (grid) => places.get(grid ?? 0) ?? NOWHERE;
}

function divide(
  { requests, visits, receptions, causes }: Happenings,
  placeOf: (grid: number | undefined) => string,
): ReadonlyMap<string, Happenings> {
  const parts = new Map<string, { [Kind in keyof Happenings]: Happenings[Kind][number][] }>();
  const partOf = (grid: number | undefined) => {
    const place = placeOf(grid);
    const part = parts.get(place) ?? { requests: [], visits: [], receptions: [], causes: [] };
    parts.set(place, part);
    return part;
  };
  for (const request of requests) partOf(request.grid).requests.push(request);
  for (const visit of visits) partOf(visit.grid).visits.push(visit);
  for (const reception of receptions) partOf(reception.grid).receptions.push(reception);
  for (const cause of causes) partOf(cause.grid).causes.push(cause);
  return parts;
}
