import type { Machine, TaskState } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import { ROOT_THREAD, type Phase } from '../execution/execution-state.js';
import type { Stimulus } from '../execution/stimulus.js';
import { NO_VARIABLES } from '../execution/variables.js';
import { present, writeJson } from '../json.js';
import { abortExecution } from './finish-execution.js';
import { limitMapRun, remoteHeard } from './remote-branches.js';
import { redriveExecution } from './redrive-execution.js';
import { resumeExecution } from './resume-execution.js';
import { enterState } from './enter-state.js';
import { stepOf, type Chance, type Step } from './step.js';
import { failTask, submitTask, succeedTask } from './task-events.js';

type TaskPhase = Extract<Phase, { kind: 'task' }>;

/** Writes what a stimulus did; what follows from it is the next steps' business. */
export function applyStimulus(machine: Machine, draft: Draft, chance: Chance, stimulus: Stimulus): void {
  switch (stimulus.kind) {
    case 'start':
      return start(machine, draft);
    case 'time':
      return undefined;
    case 'resume':
      return resumeExecution(draft);
    case 'stop':
      return abortExecution(draft, stimulus.error, stimulus.cause);
    case 'redrive':
      return redriveExecution(machine, draft);
    case 'map-run':
      return limitMapRun(draft, stimulus);
    case 'answered':
    case 'call-failed':
    case 'succeeded':
    case 'failed':
    case 'heartbeat': {
      if (draft.state.threads.get(stimulus.thread)?.remote === true)
        return remoteHeard(draft, stimulus.thread, stimulus);
      const found = openTask(machine, draft, chance, stimulus.thread, stimulus.task);
      return found === undefined ? undefined : taskHeard(found.step, found.phase, stimulus);
    }
  }
}

function start(machine: Machine, draft: Draft): void {
  const { facts } = draft.state;
  draft.emitOverall('ExecutionStarted', 0, {
    input: writeJson(facts.input),
    inputDetails: { truncated: false },
    roleArn: facts.roleArn,
    ...present({ stateMachineVersionArn: facts.versionArn, stateMachineAliasArn: facts.aliasArn }),
  });
  const blank = { variables: NO_VARIABLES, state: undefined, results: {}, joined: 0, failures: 0 };
  draft.change({
    to: 'begin',
    thread: ROOT_THREAD,
    // The first StateEntered follows nothing: its previousEventId is 0.
    as: { path: [], index: 0, iteration: false, previous: 0, exited: 0, ...blank },
  });
  if (machine.timeoutSeconds !== undefined) {
    draft.change({ to: 'execution', set: { timeoutAt: draft.now + machine.timeoutSeconds * 1000 } });
  }
  enterState(machine, draft, ROOT_THREAD, machine.startAt, facts.input);
}

/** The attempt a stimulus is about; undefined when it has ended meanwhile, so that late results change nothing. */
function openTask(
  machine: Machine,
  draft: Draft,
  chance: Chance,
  threadId: string,
  task: number,
): { step: Step<TaskState>; phase: TaskPhase } | undefined {
  const phase = draft.state.threads.get(threadId)?.state?.phase;
  if (phase?.kind !== 'task' || phase.task.id !== task) return undefined;
  const step = stepOf(machine, draft, chance, threadId);
  return step.state.Type === 'Task' ? { step: step.as(step.state), phase } : undefined;
}

type TaskStimulus = Extract<Stimulus, { readonly task: number }>;

function taskHeard(step: Step<TaskState>, phase: TaskPhase, stimulus: TaskStimulus): void {
  const { draft, threadId } = step;
  switch (stimulus.kind) {
    case 'answered':
      if (phase.task.pattern === 'request') return succeedTask(step, stimulus.result);
      if (phase.stage === 'submitted') return undefined;
      submitTask(step, stimulus.result);
      if (stimulus.completes === true) return succeedTask(step, stimulus.result);
      return draft.phase(threadId, {
        kind: 'task',
        stage: 'submitted',
        task: phase.task,
        ...(stimulus.child === undefined ? {} : { child: stimulus.child }),
      });
    case 'call-failed': {
      const submitting = phase.task.pattern === 'sync' || phase.task.pattern === 'sync:2';
      return failTask(step, { error: stimulus.error, cause: stimulus.cause }, submitting);
    }
    case 'succeeded':
      return succeedTask(step, stimulus.result);
    case 'failed':
      return failTask(step, {
        ...(stimulus.error === undefined ? {} : { error: stimulus.error }),
        ...(stimulus.cause === undefined ? {} : { cause: stimulus.cause }),
      });
    case 'heartbeat': {
      const { heartbeatSeconds } = phase.task;
      if (heartbeatSeconds === undefined) return undefined;
      const heartbeatAt = draft.now + heartbeatSeconds * 1000;
      return draft.phase(threadId, { ...phase, task: { ...phase.task, heartbeatAt } });
    }
  }
}
