import type { AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import type { AskKind, AskOption } from '../../domain/asks/ask-kinds.js';
import { admitAnswer, type Refused } from '../../domain/request/admit-answer.js';
import { tellStaff } from '../../domain/request/notices.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { FormValues } from '../../domain/programme/form.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import { admitTaskAnswer } from '../../domain/task/admit-task-answer.js';
import { type AskSubject, loadSubject } from './ask-subject.js';
import { loadRules } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { endAsk, settleAsk } from './settle-ask.js';

export type Answered =
  | { readonly kind: 'recorded' | 'late' | 'answered-before'; readonly subject: AskSubject }
  | ({ readonly kind: 'refused'; readonly subject: AskSubject } & Pick<Refused, 'reply' | 'values'>);

export interface PersonsAnswer extends RecordedAnswer {
  readonly option: AskOption;
  /** Of an application: the programme's form, checked. It is kept with the person, not with the ask. */
  readonly form?: FormValues | undefined;
}

type Effects = Pick<Services, 'towns' | 'requests' | 'tasks' | 'asks' | 'texts' | 'workflow'>;

/** A person's answer to an ask, whichever way it came: checked against what it is about, recorded once, and the workflow told. */
export async function answerAsk(
  services: Effects,
  ask: AskItem,
  { form, ...answer }: PersonsAnswer,
): Promise<Answered> {
  const subject = await loadSubject(services, ask);
  // The same message delivered again: what was left undone is done, and the answer is the same.
  if (ask.answer?.key === answer.key) {
    await finishAnswer(services, subject, ask, ask.answer);
    return { kind: 'recorded', subject };
  }
  if (ask.answer) return { kind: 'answered-before', subject };
  const planned = plannedAsk(subject.record, ask.n);
  if (!planned || answer.at >= ask.until) return { kind: 'late', subject };
  const admitted = await admit(services, subject, planned, answer);
  if (!admitted.admitted) return { ...admitted, kind: 'refused', subject };
  if (form) await services.requests.keepForm(ask.town, ask.subject, form);
  const settled = await settleAsk(services, ask, answer);
  if (settled !== 'taken') return { kind: settled, subject };
  await endSiblings(services, subject, ask, answer);
  return { kind: 'recorded', subject };
}

async function admit(services: Effects, subject: AskSubject, planned: PlannedAsk, answer: PersonsAnswer) {
  if (subject.of === 'task') {
    const { town } = await services.towns.load(subject.record.town);
    return admitTaskAnswer(town, planned, answer.option);
  }
  const rules = await loadRules(services, subject.record);
  return admitAnswer(subject.record, rules, planned, answer.option, answer.note, answer.yuan);
}

/** Does what may have been left undone of an answer that was recorded: a message delivered again, after a crash. */
export async function finishAnswer(
  services: Effects,
  subject: AskSubject,
  ask: AskItem,
  answer: RecordedAnswer,
): Promise<void> {
  await settleAsk(services, ask, answer);
  await endSiblings(services, subject, ask, answer);
}

/** Kinds that are asked for a programme's stage. */
const OF_A_STAGE: ReadonlySet<AskKind> = new Set([
  'application',
  'approval',
  'appointment',
  'report',
  'documents',
  'sign-off',
]);

/**
 * A refusal, or a report that was joined, ends its stage: whoever else was asked for it is told it is over. Done again it
 * ends and tells what was left: each text is keyed by its own ask.
 */
async function endSiblings(
  services: Effects,
  subject: AskSubject,
  ended: AskItem,
  { option, at }: RecordedAnswer,
): Promise<void> {
  if (subject.of === 'task') return;
  const { record } = subject;
  if (!OF_A_STAGE.has(ended.kind) || (option !== 'refuse' && option !== 'same')) return;
  const beside = await services.asks.ofRequest(record.town, record.id);
  const siblings = beside.filter((ask) => ask.n !== ended.n && isEndedAt(ask, at));
  if (siblings.length === 0) return;
  const rules = await loadRules(services, record);
  for (const ask of siblings) {
    if ((await endAsk(services, ask, 'superseded', at)) === 'answered-before') continue;
    const staff = staffOfContact(ask.contact);
    if (staff === undefined) continue;
    const notices = [tellStaff(record, rules, staff, 'told-superseded', { code: ask.code })];
    await sendNotices(services, { record, rules, notices, purpose: `superseded:${ask.n}`, at });
  }
}

/** Whether an ask of a stage was open when its stage ended: still open now, or ended by that before a crash. */
const isEndedAt = ({ kind, waitsFor, askedAt, until, answer }: AskItem, at: number): boolean =>
  OF_A_STAGE.has(kind) &&
  waitsFor === undefined &&
  askedAt <= at &&
  at < until &&
  (answer === undefined || answer.option === 'superseded');
