/** The filters of the board, as they stand in its address: a view can be kept, and sent to a colleague. */
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
export type BoardQuery = Readonly<Partial<Record<Filter, string>>>;

/** The filters in the query of an address; what is no filter is left out. */
export function readBoardQuery(search: string): BoardQuery {
  const given = new URLSearchParams(search);
  const found = FILTERS.flatMap((name) => {
    const value = given.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** The same for who may read complaints about staff, and for everybody else, whatever address they were sent. */
export const forReader = (query: BoardQuery, readsComplaints: boolean): BoardQuery =>
  readsComplaints ? query : withFilter(query, 'complaints', '');

/** A query with one filter set to another value; none drops it. */
export function withFilter(query: BoardQuery, name: Filter, value: string): BoardQuery {
  const { [name]: _before, ...others } = query;
  return value === '' ? others : { ...others, [name]: value };
}

/** Filters that have a sense only among open requests, or only among closed ones, go when one changes between them. */
export function inState(query: BoardQuery, state: 'open' | 'closed'): BoardQuery {
  const { due: _d, order: _o, from: _f, to: _t, status: _st, standing: _sg, ...others } = query;
  return state === 'closed' ? { ...others, state } : withFilter(others, 'state', '');
}
