import type { AnswerOf } from '../route.js';
import type { trackRoute } from './request.js';

/** A request as its resident sees it. */
export type TrackedRequest = AnswerOf<typeof trackRoute>;
type TimelineLine = TrackedRequest['timeline'][number];

/** Whether nothing more happens to it. */
export const isOver = ({ status }: Pick<TrackedRequest, 'status'>): boolean =>
  status === 'closed' || status === 'withdrawn';

/** The events, latest first: that is what people come for. Not `toSorted` and `toReversed`, which older phones lack. */
export const newestFirst = (lines: readonly TimelineLine[]): TimelineLine[] =>
  [...lines]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .reduceRight<TimelineLine[]>((newest, line) => [...newest, line], []);

/** From so many in a row, that one after another did not answer is told once, the rest behind it. */
const FOLDED_FROM = 3;

/** A line, and those that say the same of others behind it. */
export interface FoldedLine {
  readonly line: TimelineLine;
  readonly behind: readonly TimelineLine[];
}

/** In an emergency at night a whole ladder may be silent: a page of such lines would bury what was done. */
export function withSilenceFolded(lines: readonly TimelineLine[]): FoldedLine[] {
  const folded: FoldedLine[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    while (lines[from]?.type === 'silent' && lines[to]?.type === 'silent') to += 1;
    const [line, ...behind] = lines.slice(from, to);
    if (line && behind.length + 1 >= FOLDED_FROM) folded.push({ line, behind });
    else folded.push(...lines.slice(from, to).map((one) => ({ line: one, behind: [] })));
    from = to;
  }
  return folded;
}
