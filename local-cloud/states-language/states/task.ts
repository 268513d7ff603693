import type { TaskState } from '../definition/machine.js';
import { isOptimised } from '../definition/optimised-integrations.js';
import type { Resource } from '../definition/resource.js';
import { LONGEST_TIMEOUT_SECONDS } from '../definition/values.js';
import { leaveState } from '../engine/leave-state.js';
import type { Step } from '../engine/step.js';
import { scheduleTask } from '../engine/task-events.js';
import type { TaskCall } from '../execution/execution-state.js';
import {
  evaluateInteger,
  evaluateTemplate,
  evaluateText,
  type Scope,
} from '../expressions/evaluate-template.js';
import type { Json } from '../json.js';
import type { StateHandler } from './state-handler.js';

function targetOf({ Resource: resource }: TaskState, input: Json): TaskCall {
  if (resource.kind === 'service') {
    return { service: resource.service, action: resource.action, arguments: input };
  }
  if (resource.kind === 'activity') return { service: 'activity', action: resource.arn, arguments: input };
  return { service: 'lambda', action: 'invoke', arguments: { FunctionName: resource.arn, Payload: input } };
}

/**
 * Whether the task has a token that ends it: one that waits for it, and one that waits for a job where its action could
 * wait for a token instead. Measured on AWS by LocalStack (pull request 11197).
 */
function isToldByToken(resource: Resource): boolean {
  if (resource.kind !== 'service' || resource.pattern === 'request') return false;
  const { service, action, pattern } = resource;
  return pattern === 'waitForTaskToken' || isOptimised(service, action, 'waitForTaskToken');
}

async function callOf(step: Step<TaskState>, input: Json, scope: Scope): Promise<TaskCall> {
  const { Credentials: credentials } = step.state;
  const call = targetOf(step.state, input);
  if (credentials?.RoleArn === undefined) return call;
  return { ...call, roleArn: await evaluateText(credentials.RoleArn, 'Credentials/RoleArn', scope) };
}

async function secondsOf(
  field: 'TimeoutSeconds' | 'HeartbeatSeconds',
  step: Step<TaskState>,
  scope: Scope,
): Promise<number | undefined> {
  const seconds = step.state[field];
  return seconds === undefined
    ? undefined
    : evaluateInteger(seconds, field, scope, 1, LONGEST_TIMEOUT_SECONDS);
}

export const task: StateHandler<TaskState> = {
  async begin(step) {
    const { state, run, draft, threadId } = step;
    const pattern = state.Resource.kind === 'service' ? state.Resource.pattern : 'request';
    const token = isToldByToken(state.Resource) ? step.chance.token() : undefined;
    const scope = step.scope({}, token === undefined ? {} : { Task: { Token: token } });
    const timeoutSeconds = await secondsOf('TimeoutSeconds', step, scope);
    const heartbeatSeconds = await secondsOf('HeartbeatSeconds', step, scope);
    const input =
      state.Arguments === undefined ? run.input : await evaluateTemplate(state.Arguments, 'Arguments', scope);
    const call = await callOf(step, input, scope);
    const { roleArn } = call;
    const id = scheduleTask(step, { input, timeoutSeconds, heartbeatSeconds, roleArn });
    const beats = heartbeatSeconds !== undefined && pattern === 'waitForTaskToken';
    draft.phase(threadId, {
      kind: 'task',
      stage: 'calling',
      task: {
        id,
        pattern,
        call,
        ...(token === undefined ? {} : { token }),
        ...(pattern === 'sync' || pattern === 'sync:2' ? { childName: step.chance.uuid() } : {}),
        ...(timeoutSeconds === undefined
          ? {}
          : { timeoutSeconds, timeoutAt: draft.now + timeoutSeconds * 1000 }),
        ...(beats ? { heartbeatSeconds, heartbeatAt: draft.now + heartbeatSeconds * 1000 } : {}),
      },
    });
  },
  async complete(step, result) {
    const { Output, Assign, Next } = step.state;
    const scope = step.scope({ result });
    await leaveState(step, { output: Output, assign: Assign, otherwise: result, scope, at: '', next: Next });
  },
};
