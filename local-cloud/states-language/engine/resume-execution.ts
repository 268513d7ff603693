import type { Draft } from '../execution/draft.js';

/**
 * The host has come back, and the calls that were under way are made again. A task that waits for its call alone gets
 * its whole TimeoutSeconds from now on: how long the host was away says nothing of the task. Everything that goes on
 * without the host keeps its moment: tokens and their heartbeats, children, waits, retries, the machine's own timeout.
 */
export function resumeExecution(draft: Draft): void {
  for (const [threadId, { state }] of draft.state.threads) {
    const phase = state?.phase;
    if (phase?.kind !== 'task' || phase.task.pattern !== 'request') continue;
    const { timeoutSeconds } = phase.task;
    if (timeoutSeconds === undefined) continue;
    const timeoutAt = draft.now + timeoutSeconds * 1000;
    draft.phase(threadId, { ...phase, task: { ...phase.task, timeoutAt } });
  }
}
