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
  readonly roleArn: string | undefined;
}

/** Scheduled and Started; answers with the id of the Scheduled event, which names the attempt. */
export function scheduleTask(
  step: Step<TaskState>,
  { input, timeoutSeconds, heartbeatSeconds, roleArn }: Scheduling,
): number {
  const { draft, threadId, state } = step;
  const { Resource: resource } = state;
  const text = writeJson(input);
  if (exceedsPayloadLimit(text)) throw new FatalError('States.DataLimitExceeded', tooLarge(step.run.name));
  // The event of a function has no member for heartbeats.
  const heartbeat = resource.kind === 'function' ? undefined : heartbeatSeconds;
  const limits = present({
    timeoutInSeconds: timeoutSeconds,
    heartbeatInSeconds: heartbeat,
    taskCredentials: roleArn === undefined ? undefined : { roleArn },
  });
  if (resource.kind !== 'service') {
    const details = { resource: resource.arn, input: text, inputDetails: { truncated: false }, ...limits };
    const id = draft.emit(threadId, `${familyOf(state)}Scheduled`, details);
    draft.emit(threadId, `${familyOf(state)}Started`);
    return id;
  }
  const { region } = draft.state.facts;
  const details = { ...named(state), region, parameters: text, ...limits };
  const id = draft.emit(threadId, 'TaskScheduled', details);
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
    const cause = tooLarge(resource.kind === 'service' ? resource.service : resource.arn);
    return failTask(step, { error: 'States.DataLimitExceeded', cause });
  }
  const details = { ...named(state), output, outputDetails: { truncated: false } };
  draft.emit(threadId, `${familyOf(state)}Succeeded`, details);
  return draft.phase(threadId, { kind: 'done', result });
}

/** `submitting` when a `.sync` task's job could not even be started. */
export function failTask(step: Step<TaskState>, told: Failure, submitting = false): void {
  const { draft, threadId, state } = step;
  const failure = recordable(told);
  const details = { ...named(state), ...present({ error: failure.error, cause: failure.cause }) };
  draft.emit(threadId, submitting ? 'TaskSubmitFailed' : `${familyOf(state)}Failed`, details);
  draft.phase(threadId, { kind: 'failed', failure });
}

/** A missed heartbeat is recorded as `States.Timeout` too, and answers to both names. */
export function timeOutTask(step: Step<TaskState>, missedHeartbeat: boolean): void {
  const { draft, threadId, state } = step;
  const error = 'States.Timeout';
  draft.emit(threadId, `${familyOf(state)}TimedOut`, { ...named(state), error });
  const alias = missedHeartbeat ? { alias: 'States.HeartbeatTimeout' } : {};
  draft.phase(threadId, { kind: 'failed', failure: { error, ...alias } });
}

const FAMILIES = { function: 'LambdaFunction', activity: 'Activity', service: 'Task' } as const;

/** The beginning of a task's event types. */
const familyOf = ({ Resource: { kind } }: TaskState) => FAMILIES[kind];

/** The members by which each event of a service's task names it; those of functions and activities do so when they begin. */
function named({ Resource: resource }: TaskState): JsonObject {
  return resource.kind === 'service' ? { resourceType: resource.service, resource: resource.name } : {};
}
