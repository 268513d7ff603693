/** An entry whose key an earlier entry already has. */
export interface Repeat<Key> {
  readonly index: number;
  readonly first: number;
  readonly key: Key;
}

/** Every later entry with a key that was there before; entries without a key are passed over. */
export function findRepeats<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): Repeat<Key>[] {
  const seen = new Map<Key, number>();
  const repeats: Repeat<Key>[] = [];
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else repeats.push({ index, first, key });
  }
  return repeats;
}
