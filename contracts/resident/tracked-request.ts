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
