import type { Machine } from '../definition/machine.js';
import { flowAt } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import { redriveMapRuns } from './remote-branches.js';
import { enterState } from './enter-state.js';

/**
 * An execution that ended without success goes on from its unsuccessful states: no state is entered again but Fail,
 * results so far are kept, retries and the machine's timeout begin anew.
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */
export function redriveExecution(machine: Machine, draft: Draft): void {
  const { state, now } = draft;
  const count = (state.redrives?.count ?? 0) + 1;
  draft.emitOverall('ExecutionRedriven', state.lastEventId, { redriveCount: count });
  const { timeoutSeconds } = machine;
  const timeout = timeoutSeconds === undefined ? {} : { timeoutAt: now + timeoutSeconds * 1000 };
  draft.change({ to: 'redriven', redrives: { count, at: now }, ...timeout });
  redriveMapRuns(draft);
  for (const [threadId, { path, state: run, remote }] of draft.state.threads) {
    if (remote === true || run === undefined || flowAt(machine, path).states.get(run.name)?.Type !== 'Fail')
      continue;
    enterState(machine, draft, threadId, run.name, run.input);
  }
}
