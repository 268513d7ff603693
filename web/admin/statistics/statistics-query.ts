import { type Days, periodBefore } from '../../../domain/statistics/period-before.js';
import {
  type FigureName,
  FIGURES,
  REQUEST_FIGURES,
  type RequestFigure,
} from '../../../domain/statistics/figures.js';
import { withQuery } from '../api/query.js';
import { readFilters } from '../shell/filters.js';
import { type PeriodName, periodNamed, PERIODS } from './periods.js';

const BY = ['town', 'village', 'grid'] as const;

/** Which days, how they are divided, and which figure is drawn, as they stand in the address. */
export interface Chosen extends Days {
  readonly name: PeriodName | 'own';
  readonly by: (typeof BY)[number];
  readonly figure: FigureName;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** This month by village, where the address says nothing else. */
export function readChosen(search: string, today: string): Chosen {
  const given = readFilters(['period', 'from', 'to', 'by', 'figure'], search);
  const { from = '', to = '' } = given;
  const isOwn = DATE.test(from) && DATE.test(to) && from <= to;
  const name = PERIODS.find((one) => one === given.period) ?? 'this-month';
  return {
    ...(isOwn ? { name: 'own', from, to } : { name, ...periodNamed(name, today) }),
    by: BY.find((one) => one === given.by) ?? 'village',
    figure: FIGURES.find((one) => one === given.figure) ?? 'received',
  };
}

export const addressOfChosen = ({ name, from, to, by, figure }: Chosen): string =>
  withQuery('/statistics', { ...(name === 'own' ? { from, to } : { period: name }), by, figure });

/** The days that these are compared with. A month or a year that is over is one of its own. */
export const before = ({ from, to }: Days): Days => periodBefore({ from, to });

/** A place of the statistics: nothing named is the whole town. */
export interface PlaceOf {
  readonly id: string;
  readonly by: Chosen['by'];
}

export const isOfRequests = (figure: FigureName): figure is RequestFigure =>
  REQUEST_FIGURES.some((one) => one === figure);

/** The list of the requests that a figure counts; undefined for what is counted from visits, receptions and tasks. */
export function countedAddress(
  figure: FigureName,
  { from, to }: Days,
  place?: PlaceOf,
  part?: 'yes' | 'no',
): string | undefined {
  if (!isOfRequests(figure)) return undefined;
  const isGrid = place?.by === 'grid' && place.id !== 'none';
  const where =
    place === undefined || place.by === 'town' ? {} : isGrid ? { grid: place.id } : { village: place.id };
  return withQuery('/statistics/requests', { counted: figure, part, from, to, ...where });
}
