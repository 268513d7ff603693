import type { Answerable, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { AnsweredAsk, Settled } from './settle-ask.js';
import { takeTaskWorkflowStep } from './take-task-step.js';

/** The services for ending an ask of a task of the staff. */
export type SettlingTasks = Services<{
  tasks: 'read' | 'save';
  requests: 'readPerson';
  asks: 'answer';
  towns: 'read';
  texts: 'send';
  workflow: 'endQuietTimes';
}>;

/** Records an answer, applies it to its task and lets the machine that waits for it go on, as of a request. */
export async function settleTaskAsk(
  services: SettlingTasks,
  ask: Answerable,
  answer: RecordedAnswer,
): Promise<Settled> {
  const recorded = await services.asks.answer(ask, answer);
  if (!recorded.taken) return 'answered-before';
  const applied = await applyTaskAnswer(services, { ...recorded.ask, answer });
  return applied ? 'taken' : 'late';
}

/** False when the next in line was asked meanwhile. */
export async function applyTaskAnswer(
  services: Omit<SettlingTasks, 'asks'>,
  { town, subject: task, n, token, hears, answer }: AnsweredAsk,
): Promise<boolean> {
  const { workflow } = services;
  // Before, the machine recorded it by itself.
  if (hears !== 'next') return workflow.resolve(token, { n, option: answer.option });
  const { next } = await takeTaskWorkflowStep(services, { town, task }, async () => ({
    action: 'answered',
    ask: n,
    at: answer.at,
    answer,
  }));
  if (next.to === 'over') return false;
  await workflow.resolve(token, next);
  return true;
}
