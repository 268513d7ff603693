import type { MapState } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import type { MapRun, Reading } from '../execution/execution-state.js';
import type { Stimulus } from '../execution/stimulus.js';
import { QueryError } from '../expressions/query-error.js';
import { readItems } from '../items/read-items.js';
import { UnreadableItems } from '../items/unreadable-items.js';
import { oneByOne } from '../pieces.js';
import { failReading, goOnWith } from '../states/distributed-map.js';
import { absorb } from './absorb.js';
import { failState } from './branches.js';
import { FatalError } from './errors.js';
import { endMapRun } from './map-run-events.js';
import type { Step } from './step.js';

type Answer = Extract<Stimulus, { readonly kind: 'answered' | 'call-failed' }>;

/** The result of a call that a Distributed Map itself had made; undefined for any other stimulus. */
export function mapAnswer(draft: Draft, stimulus: Stimulus): Answer | undefined {
  if (stimulus.kind !== 'answered' && stimulus.kind !== 'call-failed') return undefined;
  const phase = draft.state.threads.get(stimulus.thread)?.state?.phase;
  if (phase?.kind !== 'task' || phase.task.id !== stimulus.task) return undefined;
  const { reading, writing } = phase.task;
  return reading === undefined && writing === undefined ? undefined : stimulus;
}

/** Goes on with the items that were read, or with the results that were written. */
export async function hearMapAnswer(step: Step, answer: Answer): Promise<void> {
  const { phase } = step.run;
  if (step.state.Type !== 'Map' || phase.kind !== 'task') return;
  const { reading, writing } = phase.task;
  if (writing !== undefined) return written(step, writing, answer);
  if (reading !== undefined) await read(step.as(step.state), reading, answer);
}

async function read(step: Step<MapState>, reading: Reading, answer: Answer): Promise<void> {
  const { mapRun, maxItems } = reading;
  if (answer.kind === 'call-failed') return failReading(step, mapRun, answer.cause);
  try {
    const { ReaderConfig: config = {} } = step.state.ItemReader ?? {};
    const items = await oneByOne(readItems(answer.result, config, maxItems));
    await goOnWith(step, items, answer.task, reading);
  } catch (thrown) {
    if (thrown instanceof UnreadableItems) return failReading(step, mapRun, thrown.message);
    unusable(step, mapRun, thrown);
  }
}

/** An item that is too large ends the execution, an expression that fails the state; the run ends with it. */
function unusable(step: Step<MapState>, mapRun: MapRun, thrown: unknown): void {
  const { draft, threadId } = step;
  if (thrown instanceof FatalError) endMapRun(draft, threadId, mapRun, 'FAILED', { error: thrown.error });
  absorb(step, thrown, false);
  if (thrown instanceof QueryError) {
    const error = 'States.QueryEvaluationError';
    endMapRun(draft, threadId, mapRun, 'FAILED', { error, cause: thrown.message });
  }
}

function written({ draft, threadId }: Step, mapRun: MapRun, answer: Answer): void {
  if (answer.kind === 'answered') {
    endMapRun(draft, threadId, mapRun, 'SUCCEEDED');
    return draft.phase(threadId, { kind: 'done', result: answer.result });
  }
  const failure = { error: 'States.ResultWriterFailed', cause: answer.cause };
  endMapRun(draft, threadId, mapRun, 'FAILED', failure);
  return failState(draft, threadId, failure);
}
