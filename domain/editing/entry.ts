/** One entry of a section as its form has it: a person, a category, the posts of a grid. */
export type Entry = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One change: an entry that is new or other than before, or one that goes. */
export interface EntryChange {
  /** The key it had, or a new one's. */
  readonly key: string;
  /** Absent: it goes. */
  readonly entry?: Entry | undefined;
}

/** Whether two values say the same, in whatever order their fields stand; a field that is undefined is none. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((member, n) => isSame(member, other[n]));
  if (!isObject(one) || !isObject(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
    isSame(one[name], other[name]),
  );
}

/** An entry without what it leaves empty. */
export const withoutUndefined = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));

/** A value as text; what is no text, number or yes and no is none. */
export const written = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
