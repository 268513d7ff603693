/** The lines of one moment, in the order in which one thing leads to the next. */
const KINDS = ['begins', 'answer', 'reply', 'state', 'text'] as const;

export interface StoryLine {
  readonly at: number;
  readonly kind: (typeof KINDS)[number];
  readonly words: string;
}

/** Lines by time, those of one moment by cause; a state entered several times at once is one line. */
export function inOrder(lines: readonly StoryLine[]): StoryLine[] {
  const rank = ({ kind }: StoryLine) => KINDS.indexOf(kind);
  const sorted = lines.toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
  return sorted.filter((line, place) => {
    const before = sorted[place - 1];
    return !(line.kind === 'state' && before?.at === line.at && before.words === line.words);
  });
}
