import type { Answerable, AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { AskOption } from '../../domain/asks/ask-kinds.js';
import type { Agreed } from '../../domain/appointments/moment.js';
import { admitAnswer, type Refused } from '../../domain/request/admit-answer.js';
import { admitAppointment } from '../../domain/request/admit-appointment.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { FormValues } from '../../domain/programme/form.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import { readSaid } from '../../domain/request/read-said.js';
import { admitTaskAnswer } from '../../domain/task/admit-task-answer.js';
import type { Milestone, Town } from '../../domain/town/schema.js';
import { wordsOfAnswer } from '../../domain/words/cut-words.js';
import { type AskSubject, loadSubject } from './ask-subject.js';
import { endSiblings } from './end-siblings.js';
import { howFar } from './how-far.js';
import { rulesIn } from './load-rules.js';
import { settleAsk, type Settled, type Settling } from './settle-ask.js';
import { settleTaskAsk, type SettlingTasks } from './settle-task-ask.js';

export type Answered =
  | { readonly kind: 'late' | 'answered-before'; readonly subject: AskSubject }
  /** With the date that was read, where it agrees on one, and in an emergency how far its sender is. */
  | {
      readonly kind: 'recorded';
      readonly subject: AskSubject;
      readonly agreed?: Agreed | undefined;
      readonly milestone?: Milestone | undefined;
    }
  | ({ readonly kind: 'refused'; readonly subject: AskSubject } & Omit<Refused, 'admitted'>);

export interface PersonsAnswer extends RecordedAnswer {
  readonly option: AskOption;
  /** Of an application: the programme's form, checked. It is kept with the person, not with the ask. */
  readonly form?: FormValues | undefined;
  /** They were asked whether it was done before its time, and say so. */
  readonly early?: true | undefined;
}

/** The services for answering an ask. */
export type Answering = Settling &
  SettlingTasks &
  Services<{
    tasks: 'read';
    requests: 'read' | 'tellMore';
    asks: 'list';
    towns: 'read';
  }>;

/** An ask as it was found; an index by which it was found says neither what it was answered nor whether it just was. */
type FoundAsk = Answerable &
  Pick<AskItem, 'kind' | 'until' | 'stage' | 'step'> &
  Partial<Pick<AskItem, 'answer'>>;

/** A person's answer to an ask, by whichever way: checked, recorded once, and the workflow told. */
export async function answerAsk(
  services: Answering,
  town: Town,
  ask: FoundAsk,
  { form, early, ...answered }: PersonsAnswer,
): Promise<Answered> {
  const given = withRoomFor(answered);
  const subject = await loadSubject(services, ask);
  const planned = plannedAsk(subject.record, ask.n);
  if (ask.answer || !planned || given.at >= ask.until) return lookAgain(services, town, subject, ask, given);
  const admitted = await admit(services, town, subject, planned, { ...given, early });
  if (!admitted.admitted) return { ...admitted, kind: 'refused', subject };
  const { agreed } = admitted;
  const said = subject.of === 'request' ? readSaid(town, planned, given) : {};
  const answer = { ...given, ...said, ...(agreed && { agreed }) };
  if (form) await services.requests.keepForm(ask.town, ask.subject, form);
  const settled = await settle(services, ask, answer);
  if (settled !== 'taken') return { kind: settled, subject };
  await endStage(services, subject, { ...ask, stage: planned.stage, step: planned.step }, answer);
  return {
    kind: 'recorded',
    subject,
    agreed,
    milestone: await howFar(services, town, subject, planned, answer),
  };
}

/** With as much of its words as a record has room for; what was asked back is read again, and kept with the person. */
const withRoomFor = (answer: Omit<PersonsAnswer, 'form' | 'early'>): typeof answer =>
  answer.note === undefined || answer.option === 'said'
    ? answer
    : { ...answer, note: wordsOfAnswer(answer.note) };

/** The same message again: whatever was left undone is done, and the answer is the same. Others come too late. */
async function lookAgain(
  services: Answering,
  town: Town,
  subject: AskSubject,
  ask: FoundAsk,
  answer: RecordedAnswer,
): Promise<Answered> {
  const stored = await services.asks.find(ask);
  if (stored?.answer?.key !== answer.key)
    return { kind: stored?.answer ? 'answered-before' : 'late', subject };
  await finishAnswer(services, subject, stored, stored.answer);
  const { agreed } = stored.answer;
  const milestone = await howFar(services, town, subject, stored, stored.answer);
  return { kind: 'recorded', subject, agreed, milestone };
}

async function admit(
  services: Answering,
  town: Town,
  subject: AskSubject,
  planned: PlannedAsk,
  answer: PersonsAnswer,
): Promise<{ readonly admitted: true; readonly agreed?: Agreed } | Refused> {
  if (subject.of === 'task') return admitTaskAnswer(town, planned, answer.option);
  const rules = await rulesIn(services, town, subject.record);
  const { option, note, yuan } = answer;
  const admitted = admitAnswer(subject.record, rules, planned, option, note, yuan);
  return admitted.admitted ? admitAppointment(subject.record, rules, planned, answer) : admitted;
}

/** Does what may have been left undone of an answer that was recorded: a message delivered again, after a crash. */
export async function finishAnswer(
  services: Answering,
  subject: AskSubject,
  ask: FoundAsk,
  answer: RecordedAnswer,
): Promise<void> {
  await settle(services, ask, answer);
  await endStage(services, subject, ask, answer);
}

const settle = (services: Answering, ask: FoundAsk, answer: RecordedAnswer): Promise<Settled> =>
  ask.of === 'task' ? settleTaskAsk(services, ask, answer) : settleAsk(services, ask, answer);

const endStage = async (
  services: Answering,
  subject: AskSubject,
  ended: FoundAsk,
  answer: RecordedAnswer,
): Promise<void> =>
  subject.of === 'request' ? endSiblings(services, subject.record, ended, answer) : undefined;
