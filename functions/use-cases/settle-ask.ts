import type { Answerable, AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { Next } from '../../domain/request/record.js';
import { takeWorkflowStep } from './take-workflow-step.js';

/**
 * The services for ending an ask of a request: its answer is applied to the record, and the task that waits for it goes
 * on.
 */
export type Settling = Services<{
  items: 'requestAndTown';
  requests: 'readTogether' | 'save' | 'readPerson';
  asks: 'answer';
  towns: 'readTogether';
  texts: 'send';
  workflow: 'answerWaitingTasks';
}>;
export type Settled = 'taken' | 'late' | 'answered-before';
type SystemsOption = 'withdrawn' | 'superseded' | 'corrected' | 'closed';

/** An ask whose answer is recorded with it. */
export type AnsweredAsk = AskItem & { readonly answer: RecordedAnswer };

/**
 * Records an answer, applies it to what it is about and lets the task that waits for it go on. `late` means that
 * nothing waited any more. A crash on the way is repaired by doing it again: the same answer is recorded and applied
 * once, and resolving twice is harmless.
 */
export async function settleAsk(
  services: Settling,
  ask: Answerable,
  answer: RecordedAnswer,
): Promise<Settled> {
  const recorded = await services.asks.answer(ask, answer);
  if (!recorded.taken) return 'answered-before';
  const applied = await applyAnswer(services, { ...recorded.ask, answer });
  return applied ? 'taken' : 'late';
}

/**
 * Applies an answer that was recorded and tells the task that waits for it what follows. False when nothing waited for
 * it: somebody else was asked instead meanwhile. A task whose time ran out at this moment finds the answer applied.
 */
export async function applyAnswer(services: Settling, ask: AnsweredAsk): Promise<boolean> {
  const { town, subject: request, n, kind, token, answer } = ask;
  const said = { n, option: answer.option };
  // Who has a place stands in the programme's list.
  if (kind === 'place') return services.workflow.resolve(token, said);
  const next = await takeWorkflowStep(services, { town, request }, async () => ({
    action: 'answered',
    ask: n,
    at: answer.at,
    answer,
  }));
  if (next.to === 'over') return false;
  await letGoOn(services, ask, next, said);
  return true;
}

/** Before, a machine was told the option and asked what follows from it by itself. */
async function letGoOn({ workflow }: Settling, ask: AskItem, next: Next, said: object): Promise<void> {
  if (ask.hears !== 'next') await workflow.resolve(ask.token, said);
  else if (isWayBack(ask, next)) await workflow.fail(ask.token, REOPENED);
  else await workflow.resolve(ask.token, next);
}

/** By this error the machine leaves what it does and takes the request up from where its record stands. */
export const REOPENED = 'Reopened';

/** A request that is to be closed knows one way on. */
const isWayBack = ({ kind }: AskItem, { to }: Next): boolean =>
  (kind === 'confirmation' || kind === 'joined') && to !== 'close';

/** An answer in the system's name. */
export const systemsAnswer = (
  { subject, n }: Pick<AskItem, 'subject' | 'n'>,
  option: SystemsOption,
  at: number,
) => ({ option, by: 'system', at, key: `${option}:${subject}:${n}` }) as const;

/** Ends an open ask in the system's name, for example because the resident withdrew. */
export const endAsk = (
  services: Settling,
  ask: AskItem,
  option: SystemsOption,
  at: number,
): Promise<Settled> => settleAsk(services, ask, systemsAnswer(ask, option, at));

/** Whether an ask is open, or was ended in the system's name: its task may not have heard of that before a crash. */
export const isUnsettled = ({ state, answer }: Pick<AskItem, 'state' | 'answer'>): boolean =>
  state === 'open' || answer?.by === 'system';

/** Ends several asks in the system's name. */
export async function settleAll(
  services: Settling,
  open: readonly AskItem[],
  option: SystemsOption,
  at: number,
): Promise<void> {
  for (const ask of open) await endAsk(services, ask, option, at);
}
