import type { TaskState } from '../definition/machine.js';
import type { Failure } from '../execution/execution-state.js';
import {
  exceedsPayloadLimit,
  isJsonObject,
  present,
  writeJson,
  type Json,
  type JsonObject,
} from '../json.js';
import { FatalError, recordable, tooLarge } from './errors.js';
import type { Step } from './step.js';

interface Scheduling {
  readonly input: Json;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
}

/** Scheduled and Started; answers with the id of the Scheduled event, which names the attempt. */
export function scheduleTask(
  step: Step<TaskState>,
  { input, timeoutSeconds, heartbeatSeconds }: Scheduling,
): number {
  const { draft, threadId, state } = step;
  const { Resource: resource } = state;
  const text = writeJson(input);
  if (exceedsPayloadLimit(text)) throw new FatalError('States.DataLimitExceeded', tooLarge(step.run.name));
  if (resource.kind === 'function') {
    const details = { resource: resource.arn, input: text, inputDetails: { truncated: false } };
    const timeout = present({ timeoutInSeconds: timeoutSeconds });
    const id = draft.emit(threadId, 'LambdaFunctionScheduled', { ...details, ...timeout });
    draft.emit(threadId, 'LambdaFunctionStarted');
    return id;
  }
  const id = draft.emit(threadId, 'TaskScheduled', {
    ...named(state),
    region: draft.state.facts.region,
    parameters: text,
    ...present({ timeoutInSeconds: timeoutSeconds, heartbeatInSeconds: heartbeatSeconds }),
  });
  draft.emit(threadId, 'TaskStarted', named(state));
  return id;
}

/** `.sync` and `.waitForTaskToken`: the call answered, the result is still to come. */
export function submitTask(step: Step<TaskState>, output: Json): void {
  const details = {
    ...named(step.state),
    output: writeJson(output),
    outputDetails: { truncated: false },
  };
  step.draft.emit(step.threadId, 'TaskSubmitted', details);
}

/** A function's answer comes in an envelope; a mocked one may come without. */
function payloadOf(answer: Json): Json {
  return isJsonObject(answer) ? (answer.Payload ?? answer) : answer;
}

/** The result is there; one that is too large is a failure of the task. */
export function succeedTask(step: Step<TaskState>, answer: Json): void {
  const { draft, threadId, state } = step;
  const { Resource: resource } = state;
  const result = resource.kind === 'function' ? payloadOf(answer) : answer;
  const output = writeJson(result);
  if (exceedsPayloadLimit(output)) {
    const cause = tooLarge(resource.kind === 'function' ? resource.arn : resource.service);
    return failTask(step, { error: 'States.DataLimitExceeded', cause });
  }
  const details = { output, outputDetails: { truncated: false } };
  if (resource.kind === 'function') draft.emit(threadId, 'LambdaFunctionSucceeded', details);
  else draft.emit(threadId, 'TaskSucceeded', { ...named(state), ...details });
  return draft.phase(threadId, { kind: 'done', result });
}

/** `submitting` when a `.sync` task's job could not even be started. */
export function failTask(step: Step<TaskState>, told: Failure, submitting = false): void {
  const { draft, threadId, state } = step;
  const failure = recordable(told);
  const details = present({ error: failure.error, cause: failure.cause });
  if (state.Resource.kind === 'function') draft.emit(threadId, 'LambdaFunctionFailed', details);
  else draft.emit(threadId, submitting ? 'TaskSubmitFailed' : 'TaskFailed', { ...named(state), ...details });
  draft.phase(threadId, { kind: 'failed', failure });
}

/** A missed heartbeat is recorded as `States.Timeout` too, and answers to both names. */
export function timeOutTask(step: Step<TaskState>, missedHeartbeat: boolean): void {
  const { draft, threadId, state } = step;
  const error = 'States.Timeout';
  if (state.Resource.kind === 'function') draft.emit(threadId, 'LambdaFunctionTimedOut', { error });
  else draft.emit(threadId, 'TaskTimedOut', { ...named(state), error });
  const alias = missedHeartbeat ? { alias: 'States.HeartbeatTimeout' } : {};
  draft.phase(threadId, { kind: 'failed', failure: { error, ...alias } });
}

function named({ Resource: resource }: TaskState): JsonObject {
  if (resource.kind === 'function') return { resource: resource.arn };
  return { resourceType: resource.service, resource: resource.name };
}
