/** Numbers from 0 to 1 that follow from the seed (mulberry32), so that what happened by chance can be had again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed that follows from words: the same person asked the same thing does the same, whatever happens beside it. */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const symbol of words) hash = Math.imul(hash ^ (symbol.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** One of several, the likelier the greater its weight. */
export function weighted<T>(random: () => number, choices: readonly (readonly [weight: number, T])[]): T {
  let left = random() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, choice] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error('nothing to choose from');
  return last[1];
}
