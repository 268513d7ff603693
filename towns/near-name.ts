/** As many slips as leave no doubt in a name of this length. */
const slipsIn = (name: string): number => (name.length > 8 ? 2 : 1);

/** Characters that are wrong, missing, too many, or swapped with their neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwapped ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      const changed = (row[j - 1] ?? Infinity) + (isSame ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? Infinity) + 1, (next[j - 1] ?? Infinity) + 1, swap));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? Infinity;
}

const stemOf = (name: string): string => name.toLowerCase().replace(/\.[a-z]{2,5}$/, '');

/** The known name that a file was probably meant to have: with another ending, in capitals, or with a slip. */
export function nearName(name: string, known: readonly string[]): string | undefined {
  const stem = stemOf(name).slice(0, 100);
  const near = known
    .map((one) => ({ one, away: slips(stem, stemOf(one)) }))
    .filter(({ one, away }) => away <= slipsIn(stemOf(one)))
    .toSorted((a, b) => a.away - b.away);
  return near[0]?.one;
}
