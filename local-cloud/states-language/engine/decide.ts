import { setImmediate } from 'node:timers/promises';
import type { Machine } from '../definition/machine.js';
import type { Entry } from '../execution/change.js';
import { Draft, HISTORY_LIMIT, HistoryFull } from '../execution/draft.js';
import type { ExecutionState, Thread } from '../execution/execution-state.js';
import type { Stimulus } from '../execution/stimulus.js';
import { startIteration } from '../states/map.js';
import { handlerOf } from '../states/state-handlers.js';
import { applyStimulus } from './apply-stimulus.js';
import { absorb } from './absorb.js';
import { hasRoom } from './branches.js';
import { fireDue } from './due.js';
import { failExecution } from './finish-execution.js';
import { hearMapAnswer, mapAnswer } from './map-calls.js';
import { recover } from './recover.js';
import { stepOf, type Chance, type Step } from './step.js';

export interface Decision {
  /** To be stored before anything else happens. */
  readonly entries: readonly Entry[];
  readonly state: ExecutionState;
}

/**
 * The interpreter: what an execution in `state` does when `stimulus` reaches it at `now` (epoch milliseconds). It
 * answers with entries to append; what is to be done outside follows from the state they lead to (`effectsOf`). It is
 * asynchronous because the expression library is, and to let others on in a long one; it waits for nothing else.
 */
export async function decide(
  machine: Machine,
  state: ExecutionState,
  stimulus: Stimulus,
  now: number,
  chance: Chance,
): Promise<Decision> {
  const draft = new Draft(state, now);
  if (state.status === 'RUNNING' || (stimulus.kind === 'redrive' && state.status !== 'SUCCEEDED')) {
    await proceed(machine, draft, chance, stimulus);
  }
  return { entries: draft.entries, state: draft.state };
}

/** Does what a stimulus brings, to the last event that a history can hold, which is then the failure. */
async function proceed(machine: Machine, draft: Draft, chance: Chance, stimulus: Stimulus): Promise<void> {
  try {
    const answer = mapAnswer(draft, stimulus);
    if (answer === undefined) applyStimulus(machine, draft, chance, stimulus);
    else await hearMapAnswer(stepOf(machine, draft, chance, answer.thread), answer);
    await settle(machine, draft, chance);
  } catch (thrown) {
    if (!(thrown instanceof HistoryFull)) throw thrown;
    const cause = `The execution reached the maximum number of history events (${HISTORY_LIMIT}).`;
    failExecution(draft, { error: 'States.Runtime', cause }, draft.state.lastEventId);
  }
}

/** After so many steps others are let on; most decisions take fewer, and all that wait for the same thing go in order. */
const STEPS_AT_ONCE = 50;

/** Does step after step until every thread waits for something outside. */
async function settle(machine: Machine, draft: Draft, chance: Chance): Promise<void> {
  for (let steps = 1; draft.state.status === 'RUNNING'; steps += 1) {
    if (steps % STEPS_AT_ONCE === 0) await setImmediate();
    const threadId = nextThread(draft);
    if (threadId === undefined) {
      if (!fireDue(machine, draft, chance)) return;
    } else {
      await advance(stepOf(machine, draft, chance, threadId));
    }
  }
}

function isMoving(draft: Draft, threadId: string, { state }: Thread): boolean {
  const kind = state?.phase.kind;
  if (kind === 'branches') return hasRoom(draft, threadId);
  return kind === 'ready' || kind === 'done' || kind === 'failed';
}

/** The thread that has stood still longest, so that branches go side by side. */
function nextThread(draft: Draft): string | undefined {
  let next: string | undefined;
  let longest = Infinity;
  for (const [threadId, thread] of draft.state.threads) {
    if (thread.previous >= longest || !isMoving(draft, threadId, thread)) continue;
    next = threadId;
    longest = thread.previous;
  }
  return next;
}

/** Does the next step of one thread. */
export async function advance(step: Step): Promise<void> {
  const { phase } = step.run;
  try {
    if (phase.kind === 'ready') await handlerOf(step).begin();
    else if (phase.kind === 'done') await handlerOf(step).complete(phase.result);
    else if (phase.kind === 'failed') await recover(step, phase.failure);
    else if (step.state.Type === 'Map') await startIteration(step.as(step.state));
  } catch (thrown) {
    absorb(step, thrown, phase.kind === 'failed');
  }
}
