const PREFIX = 'after:';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Asks for the page after this one; absent on the last. */
  readonly next?: string;
}

/** One page of a list, by key; undefined for a token that is not ours. Changes between two pages do no harm. */
export function pageOf<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  token: string | undefined,
  size: number,
): Page<Item> | undefined {
  const start = token === undefined ? PREFIX : Buffer.from(token, 'base64url').toString('utf8');
  if (!start.startsWith(PREFIX)) return undefined;
  const after = start.slice(PREFIX.length);
  const rest = all
    .filter((item) => keyOf(item) > after)
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const items = rest.slice(0, size);
  const last = items.at(-1);
  if (last === undefined || rest.length === items.length) return { items };
  return { items, next: Buffer.from(`${PREFIX}${keyOf(last)}`, 'utf8').toString('base64url') };
}
