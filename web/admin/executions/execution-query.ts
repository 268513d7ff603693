import { type Filters, readFilters } from '../shell/filters.js';

/** The filters of the list, as they stand in its address. */
export const FILTERS = [
  'machine',
  'status',
  'trouble',
  'state',
  'category',
  'village',
  'grid',
  'from',
  'to',
  'text',
] as const;
export type ExecutionQuery = Filters<(typeof FILTERS)[number]>;

export const readExecutionQuery = (search: string): ExecutionQuery => readFilters(FILTERS, search);

/** That failures are shown by their kinds stands in the address too. */
export const BY_FAILURE = { group: 'failure' } as const;

export const isByFailure = (search: string): boolean =>
  new URLSearchParams(search).get('group') === BY_FAILURE.group;
