import { matches } from '../../states-language/engine/recover.js';
import type { HistoryEvent } from '../../states-language/execution/history-event.js';
import { present, type Json, type JsonObject } from '../../states-language/json.js';
import { inspectionData } from './inspection-data.js';
import type { TestRun } from './run-test.js';
import type { StateTest } from './state-test.js';

function errorMembers(failure: { readonly error?: Json; readonly cause?: Json } | undefined): JsonObject {
  return present({ error: failure?.error, cause: failure?.cause });
}

const afterwards = (events: readonly HistoryEvent[], exited: HistoryEvent): HistoryEvent | undefined =>
  events.find(({ id, type }) => id > exited.id && type.endsWith('StateEntered'));

/** The retrier that is to be used next: the one that was used once more than the test said. */
function retryIndex({ trial }: TestRun, { retried }: StateTest): number | undefined {
  const used = Object.entries(trial.retries).find(([, times]) => Number(times) > retried);
  return used === undefined ? undefined : Number(used[0]);
}

function catchIndex({ trial }: TestRun, { state }: StateTest): number | undefined {
  const { failure } = trial;
  const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  if (failure === undefined) return undefined;
  return catchers.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure));
}

/** TestState's answer on a state that was run. */
export async function answerOf(run: TestRun, test: StateTest): Promise<JsonObject> {
  const { trial } = run;
  const { events, failure, phase } = trial;
  const inspect = async (errorDetails?: JsonObject): Promise<JsonObject> =>
    test.inspected ? { inspectionData: await inspectionData(run, test, errorDetails) } : {};
  if (phase?.kind === 'retrying') {
    const seconds = (phase.until - (events[0]?.timestamp ?? 0)) / 1000;
    const details = present({
      retryIndex: retryIndex(run, test),
      retryBackoffIntervalSeconds: Math.trunc(seconds),
    });
    return { status: 'RETRIABLE', ...errorMembers(failure), ...(await inspect(details)) };
  }
  const exited = events.find(({ type }) => type.endsWith('StateExited'));
  if (exited === undefined) {
    const failed = events.find(({ type }) => type === 'ExecutionFailed');
    return { status: 'FAILED', ...errorMembers(failed?.details), ...(await inspect()) };
  }
  const left = present({
    output: exited.details?.output,
    nextState: afterwards(events, exited)?.details?.name,
  });
  if (failure === undefined) return { status: 'SUCCEEDED', ...left, ...(await inspect()) };
  const caught = present({ catchIndex: catchIndex(run, test) });
  return { status: 'CAUGHT_ERROR', ...errorMembers(failure), ...left, ...(await inspect(caught)) };
}
