import type { AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';

/**
 * Records an answer and resolves the task that waits for it. `late` means nothing waited any more. A crash between the two is repaired by doing it again:
 * the same answer is recorded once, and resolving twice is harmless.
 */
export async function settleAsk(
  { asks, workflow }: Pick<Services, 'asks' | 'workflow'>,
  ask: AskItem,
  answer: RecordedAnswer,
): Promise<'taken' | 'late' | 'answered-before'> {
  const recorded = await asks.answer(ask, answer);
  if (!recorded.taken) return 'answered-before';
  const waited = await workflow.resolve(recorded.ask.token, { n: ask.n, option: answer.option });
  return waited ? 'taken' : 'late';
}

/** Ends every open ask of a request in the system's name, for example because the resident withdrew. */
export async function settleAll(
  services: Pick<Services, 'asks' | 'workflow'>,
  open: readonly AskItem[],
  option: 'withdrawn' | 'superseded' | 'closed',
  at: number,
): Promise<void> {
  for (const ask of open) {
    await settleAsk(services, ask, { option, by: 'system', at, key: `${option}:${ask.request}:${ask.n}` });
  }
}
