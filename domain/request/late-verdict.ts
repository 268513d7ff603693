import { showRequestId } from '../codes/request-id.js';
import { reopens } from '../asks/verdict.js';
import type { Answer } from './decision.js';
import type { Person, RequestRecord } from './record.js';
import { verdictIn, withVerdict } from './record-verdict.js';
import type { ClosedAs, TimelineType } from './timeline.js';

/** Why a request may have been closed without its resident having said anything. */
const CLOSED_UNHEARD: ReadonlySet<ClosedAs | undefined> = new Set<ClosedAs>([
  'no_answer',
  'refused',
  'referred',
]);

/**
 * A resident's verdict once the request was closed without it: it counts from then on. A request that was closed for
 * want of it is closed as they say. Undefined where that was not why; given twice it counts once.
 */
export function recordLateVerdict(record: RequestRecord, answer: LateAnswer): RequestRecord | undefined {
  const verdict = verdictIn(record, answer);
  const isUnheard = record.timeline.findLast(({ type }) => VERDICTS.has(type))?.type === 'no-answer';
  if (verdict === undefined || !CLOSED_UNHEARD.has(record.closedAs) || !isUnheard) return undefined;
  const closedAs = record.closedAs === 'no_answer' && !reopens(verdict) ? 'satisfied' : record.closedAs;
  return withVerdict({ ...record, closedAs }, verdict, answer);
}

type LateAnswer = Pick<Answer, 'option' | 'verdict' | 'at' | 'note'>;
const VERDICTS: ReadonlySet<TimelineType> = new Set<TimelineType>(['satisfied', 'unsatisfied', 'no-answer']);

/** The words of a request that objects to an earlier closure: these, and what the earlier one was about. */
export const wordsAgain = (
  words: string,
  { id, language }: Pick<RequestRecord, 'id' | 'language'>,
  { description }: Pick<Person, 'description'>,
): string =>
  language === 'en'
    ? `${words} (again, after ${showRequestId(id)}: ${description})`
    : `${words}（此前反映过，编号${showRequestId(id)}：${description}）`;
