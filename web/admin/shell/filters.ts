/** The filters of a list as they stand in its address: a view can be kept, and sent to a colleague. */
export type Filters<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** The filters of these names in the query of an address; what is no filter is left out. */
export function readFilters<Name extends string>(names: readonly Name[], search: string): Filters<Name> {
  const given = new URLSearchParams(search);
  const found = names.flatMap((name) => {
    const value = given.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found) as Filters<Name>;
}

/** The same with one filter set to another value; none drops it. */
export function withFilter<Name extends string>(
  filters: Filters<Name>,
  name: NoInfer<Name>,
  value: string,
): Filters<Name> {
  const { [name]: _before, ...others } = filters;
  return (value === '' ? others : { ...others, [name]: value }) as Filters<Name>;
}
