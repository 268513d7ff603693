import type { Answerable, AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';

type Effects = Services<{ asks: 'answer'; workflow: 'answerWaitingTasks' }>;
export type Settled = 'taken' | 'late' | 'answered-before';
type SystemsOption = 'withdrawn' | 'superseded' | 'corrected' | 'closed';

/**
 * Records an answer and resolves the task that waits for it. `late` means nothing waited any more. A crash between the two is repaired by doing it again:
 * the same answer is recorded once, and resolving twice is harmless.
 */
export async function settleAsk(
  { asks, workflow }: Effects,
  ask: Answerable,
  answer: RecordedAnswer,
): Promise<Settled> {
  const recorded = await asks.answer(ask, answer);
  if (!recorded.taken) return 'answered-before';
  const waited = await workflow.resolve(recorded.ask.token, { n: ask.n, option: answer.option });
  return waited ? 'taken' : 'late';
}

/** Ends an open ask in the system's name, for example because the resident withdrew. */
export const endAsk = (
  services: Effects,
  ask: AskItem,
  option: SystemsOption,
  at: number,
): Promise<Settled> =>
  settleAsk(services, ask, { option, by: 'system', at, key: `${option}:${ask.subject}:${ask.n}` });

/** Whether an ask is open, or was ended in the system's name: its task may not have heard of that before a crash. */
export const isUnsettled = ({ state, answer }: Pick<AskItem, 'state' | 'answer'>): boolean =>
  state === 'open' || answer?.by === 'system';

/** Ends several asks in the system's name. */
export async function settleAll(
  services: Effects,
  open: readonly AskItem[],
  option: SystemsOption,
  at: number,
): Promise<void> {
  for (const ask of open) await endAsk(services, ask, option, at);
}
