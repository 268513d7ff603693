/** Nothing but asking and reminding: who looks at a case wants the last of a row of these. */
const ASKING: ReadonlySet<string> = new Set([
  'asked',
  'asked-back',
  'asked-resident',
  'silent',
  'told',
  'reminded',
  'urged',
  'call-unanswered',
]);

/** Fewer in a row are as short as the line that would stand for them. */
const FEWEST = 3;

interface Folded<Entry> {
  readonly entry: Entry;
  /** The ones like it right before it, in order. */
  readonly before: readonly Entry[];
}

/** Entries as they happened, with rows of mere asking folded into the last of each. */
export function foldEntries<Entry extends { readonly type: string }>(
  entries: readonly Entry[],
): Folded<Entry>[] {
  const folded: Folded<Entry>[] = [];
  let row: Entry[] = [];
  const end = () => {
    const last = row.at(-1);
    if (last && row.length >= FEWEST) folded.push({ entry: last, before: row.slice(0, -1) });
    else folded.push(...row.map((entry) => ({ entry, before: [] })));
    row = [];
  };
  for (const entry of entries) {
    if (ASKING.has(entry.type)) row.push(entry);
    else {
      end();
      folded.push({ entry, before: [] });
    }
  }
  end();
  return folded;
}
