import { REQUEST_FIGURES, type RequestFigure } from '../../../domain/statistics/figures.js';
import type { Days } from '../../../domain/statistics/period-before.js';
import { type Filters, readFilters } from '../shell/filters.js';

const NAMES = ['part', 'village', 'grid'] as const;

/** Which figure of the statistics, of which days and of which place; which side of a share. */
export interface CountedQuery extends Filters<(typeof NAMES)[number]>, Days {
  readonly counted: RequestFigure;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The figure whose requests an address lists; undefined where it names none. */
export function readCounted(search: string): CountedQuery | undefined {
  const given = new URLSearchParams(search);
  const counted = REQUEST_FIGURES.find((figure) => figure === given.get('counted'));
  const { from = '', to = '' } = readFilters(['from', 'to'], search);
  const isDay = (text: string): boolean => DATE.test(text) && !Number.isNaN(Date.parse(text));
  return counted && isDay(from) && isDay(to)
    ? { counted, from, to, ...readFilters(NAMES, search) }
    : undefined;
}
