import type { Answerable, AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { AskOption } from '../../domain/asks/ask-kinds.js';
import { admitAnswer, type Refused } from '../../domain/request/admit-answer.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { FormValues } from '../../domain/programme/form.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import { admitTaskAnswer } from '../../domain/task/admit-task-answer.js';
import type { Town } from '../../domain/town/schema.js';
import { type AskSubject, loadSubject } from './ask-subject.js';
import { endSiblings } from './end-siblings.js';
import { rulesIn } from './load-rules.js';
import { settleAsk } from './settle-ask.js';

export type Answered =
  | { readonly kind: 'recorded' | 'late' | 'answered-before'; readonly subject: AskSubject }
  | ({ readonly kind: 'refused'; readonly subject: AskSubject } & Pick<Refused, 'reply' | 'values'>);

export interface PersonsAnswer extends RecordedAnswer {
  readonly option: AskOption;
  /** Of an application: the programme's form, checked. It is kept with the person, not with the ask. */
  readonly form?: FormValues | undefined;
}

type Effects = Pick<Services, 'towns' | 'requests' | 'tasks' | 'asks' | 'texts' | 'workflow'>;

/** An ask as it was found; an index by which it was found says neither what it was answered nor whether it just was. */
type FoundAsk = Answerable &
  Pick<AskItem, 'kind' | 'until' | 'stage' | 'step'> &
  Partial<Pick<AskItem, 'answer'>>;

/** A person's answer to an ask, whichever way it came: checked against what it is about, recorded once, and the workflow told. */
export async function answerAsk(
  services: Effects,
  town: Town,
  ask: FoundAsk,
  { form, ...answer }: PersonsAnswer,
): Promise<Answered> {
  const subject = await loadSubject(services, ask);
  const planned = plannedAsk(subject.record, ask.n);
  if (ask.answer || !planned || answer.at >= ask.until) return lookAgain(services, subject, ask, answer);
  const admitted = await admit(services, town, subject, planned, answer);
  if (!admitted.admitted) return { ...admitted, kind: 'refused', subject };
  if (form) await services.requests.keepForm(ask.town, ask.subject, form);
  const settled = await settleAsk(services, ask, answer);
  if (settled !== 'taken') return { kind: settled, subject };
  await endStage(services, subject, { ...ask, stage: planned.stage, step: planned.step }, answer);
  return { kind: 'recorded', subject };
}

/** The same message delivered again: what was left undone is done, and the answer is the same. Any other comes too late. */
async function lookAgain(
  services: Effects,
  subject: AskSubject,
  ask: FoundAsk,
  answer: RecordedAnswer,
): Promise<Answered> {
  const stored = await services.asks.find(ask);
  if (stored?.answer?.key !== answer.key)
    return { kind: stored?.answer ? 'answered-before' : 'late', subject };
  await finishAnswer(services, subject, stored, stored.answer);
  return { kind: 'recorded', subject };
}

async function admit(
  services: Effects,
  town: Town,
  subject: AskSubject,
  planned: PlannedAsk,
  answer: PersonsAnswer,
) {
  if (subject.of === 'task') return admitTaskAnswer(town, planned, answer.option);
  const rules = await rulesIn(services, town, subject.record);
  return admitAnswer(subject.record, rules, planned, answer.option, answer.note, answer.yuan);
}

/** Does what may have been left undone of an answer that was recorded: a message delivered again, after a crash. */
export async function finishAnswer(
  services: Effects,
  subject: AskSubject,
  ask: FoundAsk,
  answer: RecordedAnswer,
): Promise<void> {
  await settleAsk(services, ask, answer);
  await endStage(services, subject, ask, answer);
}

const endStage = async (
  services: Effects,
  subject: AskSubject,
  ended: FoundAsk,
  answer: RecordedAnswer,
): Promise<void> =>
  subject.of === 'request' ? endSiblings(services, subject.record, ended, answer) : undefined;
