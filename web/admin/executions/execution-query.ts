/** The filters of the list, as they stand in its address: a view can be sent to a colleague. */
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
export type Filter = (typeof FILTERS)[number];
export type ExecutionQuery = Readonly<Partial<Record<Filter, string>>>;

/** The filters in the query of an address; what is no filter is left out. */
export function readExecutionQuery(search: string): ExecutionQuery {
  const given = new URLSearchParams(search);
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = given.get(name) ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
}

/** A query with one filter set to another value; none drops it. */
export function withFilter(query: ExecutionQuery, name: Filter, value: string): ExecutionQuery {
  const { [name]: _before, ...others } = query;
  return value === '' ? others : { ...others, [name]: value };
}

/** That failures are shown by their kinds stands in the address too. */
export const BY_FAILURE = { group: 'failure' } as const;

export const isByFailure = (search: string): boolean =>
  new URLSearchParams(search).get('group') === BY_FAILURE.group;
