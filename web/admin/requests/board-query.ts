import { type Filters, readFilters, withFilter } from '../shell/filters.js';

/** The filters of the board, as they stand in its address. */
export const FILTERS = [
  'state',
  'order',
  'standing',
  'path',
  'category',
  'village',
  'grid',
  'status',
  'due',
  'department',
  'complaints',
  'from',
  'to',
] as const;
export type Filter = (typeof FILTERS)[number];
export type BoardQuery = Filters<Filter>;

export const readBoardQuery = (search: string): BoardQuery => readFilters(FILTERS, search);

/** The same for who may read complaints about staff, and for everybody else, whatever address they were sent. */
export const forReader = (query: BoardQuery, readsComplaints: boolean): BoardQuery =>
  readsComplaints ? query : withFilter(query, 'complaints', '');

/** Filters that have a sense only among open requests, or only among closed ones, go when one changes between them. */
export function inState(query: BoardQuery, state: 'open' | 'closed'): BoardQuery {
  const { due: _d, order: _o, from: _f, to: _t, status: _st, standing: _sg, ...others } = query;
  return state === 'closed' ? { ...others, state } : withFilter(others, 'state', '');
}
