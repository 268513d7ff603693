/** Whether a value read from JSON is an object with members. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a value read from JSON; undefined when it is none, or empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The number of a value read from JSON; undefined when it is none. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The readable members of a list; others are left out, so that one bad entry does not cost the page. */
export const listOf = <T>(value: unknown, read: (member: unknown) => T | undefined): T[] =>
  Array.isArray(value) ? value.flatMap((member) => read(member) ?? []) : [];

/** A point in time, given as epoch milliseconds or as ISO 8601 text, in epoch milliseconds. */
export function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return numberOf(value);
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

/** A stored or received text as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
