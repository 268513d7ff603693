import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';
import { ASK_OPTIONS } from '../../../domain/asks/ask-kinds.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { askInPlaceOf } from '../../../domain/request/ask-in-place-of.js';
import { handlerNow } from '../../../domain/request/owner-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { staffName } from '../../../domain/request/words.js';
import type { Match } from '../../../domain/sms/match.js';
import type { Answering } from '../../use-cases/answer-ask.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { answerInstead, type GoesOn } from './answer-instead.js';
import { answeredBy } from './answered-by.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';
import { takeLateOfResident } from './take-late-verdict.js';

type Effects = Answering &
  Services<{
    callers: 'count';
    requests: 'create' | 'findOfResident';
    workflow: 'startRequests';
    floods: 'hold';
  }>;
export type Late = Extract<Match<SendersAsk>, { kind: 'late' }>;

/**
 * An answer after its time, of somebody of the staff. Where somebody else was asked meanwhile and has not answered, it
 * counts, and they are told; where another is at work already, they hear of it. Undefined where it was no use: its
 * sender is told how things stand.
 */
export async function takeLate(
  services: Effects,
  received: Received,
  { ask, would }: Late,
): Promise<Reply | undefined> {
  const { sender } = received;
  if (ask.of !== 'request') return undefined;
  if (!sender.staff) return takeLateOfResident(services, received, { kind: 'late', ask, would });
  const record = await services.requests.load(ask.town, ask.subject);
  if (record.closedAs !== undefined) return undefined;
  const before = await answeredBy(services, { town: ask.town, request: ask.subject, text: received.text.id });
  if (before) return answerInstead(services, received, { record, stored: before, ...recordedIn(before) });
  const goes = goingOn(record, would);
  // By whom it was found the ask says neither its stage nor its step.
  const expired = goes && (await services.asks.find({ ...ask, waitsFor: undefined }));
  const meanwhile = expired && askInPlaceOf(record, expired);
  const stored = meanwhile && (await services.asks.find({ ...ask, n: meanwhile.n, waitsFor: undefined }));
  if (goes && stored) {
    const used = await answerInstead(services, received, { record, stored, ...goes });
    if (used) return used;
  }
  const words =
    would.kind === 'answer' || would.kind === 'likely' || would.kind === 'going' ? would.note : '';
  if (words === '') return undefined;
  await addRemark(services, received.current.town, record, {
    words,
    at: received.text.at,
    key: received.text.id,
    by: sender.staff.id,
  });
  const person = staffName(
    received.current.town,
    handlerNow(record, received.current.town, received.text.at),
  );
  return {
    text: 'reply-late-kept',
    values: { request: showRequestId(record.id), person },
    request: record.id,
  };
}

/** The record of this text from an earlier delivery. */
function recordedIn({ answer }: AskItem): GoesOn {
  const option = ASK_OPTIONS.find((one) => one === answer?.option) ?? 'done';
  return { option, note: answer?.note ?? '', ...(answer?.milestone && { milestone: answer.milestone }) };
}

/**
 * The effect of a late answer: everything its sender could have said in time, except that they cannot come, since
 * somebody else was asked already. In an emergency whoever is on the way has answered.
 */
function goingOn({ path }: RequestRecord, would: Match<SendersAsk>): GoesOn | undefined {
  if (would.kind === 'answer' && would.option !== 'decline')
    return { option: would.option, note: would.note };
  if (would.kind === 'going' && path === 'emergency')
    return { option: 'done', note: would.note, milestone: would.far };
  return undefined;
}
