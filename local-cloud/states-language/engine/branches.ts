import type { FlowStep, Machine } from '../definition/machine.js';
import { flowAt } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import type { Branches, Failure, Thread } from '../execution/execution-state.js';
import type { HistoryEventType } from '../execution/history-event.js';
import { NO_VARIABLES } from '../execution/variables.js';
import type { Json } from '../json.js';
import { checkInput } from './errors.js';
import { enterState } from './enter-state.js';
import { concludeMapRun, endMapRun, mapRunOf } from './map-run-events.js';
import { errorOutput } from './step.js';

/** The running branches of a thread's state. */
export function branchesOf(thread: Thread | undefined): Branches | undefined {
  return thread?.state?.phase.kind === 'branches' ? thread.state.phase.branches : undefined;
}

function childrenOf(draft: Draft, parent: string): readonly (readonly [string, Thread])[] {
  return [...draft.state.threads].filter(([, thread]) => thread.parent === parent);
}

/** Whether another branch is to be started now. */
export function hasRoom(draft: Draft, parent: string): boolean {
  const branches = branchesOf(draft.thread(parent));
  if (branches === undefined || branches.next >= branches.inputs.length) return false;
  return branches.next - draft.thread(parent).joined < branches.concurrency;
}

/** Starts the next branch of `parent` with `input`. */
export function startBranch(
  machine: Machine,
  draft: Draft,
  parent: string,
  step: FlowStep,
  input: Json,
): void {
  const { path, state } = draft.thread(parent);
  const branches = branchesOf(draft.thread(parent));
  if (branches === undefined || state === undefined)
    throw new RangeError(`Thread '${parent}' has no branches`);
  checkInput(state.name, input);
  const index = branches.next;
  const iteration = branches.of === 'Map';
  const id = `${parent}/${branches.started}.${index}`;
  const previous = iteration
    ? draft.emit(
        parent,
        'MapIterationStarted',
        { name: state.name, index },
        { follows: branches.follows, advance: false },
      )
    : branches.started;
  draft.change({ to: 'branches', thread: parent, set: { next: index + 1 } });
  const inner = [...path, step];
  const blank = { variables: NO_VARIABLES, state: undefined, results: {}, joined: 0, failures: 0 };
  draft.change({
    to: 'begin',
    thread: id,
    as: { path: inner, parent, index, iteration, previous, exited: previous, ...blank },
  });
  enterState(machine, draft, id, flowAt(machine, inner).startAt, input);
}

/** A branch reached its end: its result joins the others'. */
export function joinBranch(draft: Draft, threadId: string, output: Json): void {
  const child = draft.thread(threadId);
  const parent = parentOf(child);
  const last = child.iteration
    ? draft.emit(threadId, 'MapIterationSucceeded', { name: draft.run(parent).name, index: child.index })
    : child.previous;
  joinWith(draft, threadId, output, last, child.exited);
}

/** The result of a branch joins the others', and the last one ends the work of the state. */
export function joinWith(draft: Draft, threadId: string, result: Json, last: number, follows: number): void {
  const child = draft.thread(threadId);
  const parent = parentOf(child);
  draft.change({ to: 'result', thread: parent, index: child.index, value: result });
  draft.change({ to: 'thread', thread: parent, set: { previous: last } });
  draft.change({ to: 'end', thread: threadId });
  const branches = branchesOf(draft.thread(parent));
  if (branches === undefined) return;
  const { results, joined } = draft.thread(parent);
  if (joined < branches.inputs.length) {
    draft.change({ to: 'branches', thread: parent, set: { follows } });
    return;
  }
  const all = branches.inputs.map((_, index) => results[index] ?? null);
  const { started, mapRun } = branches;
  if (mapRun === undefined) return draft.phase(parent, { kind: 'done', result: all });
  concludeMapRun(draft, parent, { started, mapRun }, all);
}

/** A branch failed for good: its siblings are aborted and the state that holds them fails, unless it tolerates this. */
export function failBranch(draft: Draft, threadId: string, failure: Failure): void {
  const child = draft.thread(threadId);
  const parent = parentOf(child);
  const name = draft.run(parent).name;
  if (child.iteration)
    draft.emit(threadId, 'MapIterationFailed', { name, index: child.index }, { advance: false });
  const branches = branchesOf(draft.thread(parent));
  const { failures } = draft.thread(parent);
  if (branches !== undefined && failures < branches.tolerated) {
    draft.change({ to: 'thread', thread: parent, set: { failures: failures + 1 } });
    joinWith(draft, threadId, errorOutput(failure), child.previous, child.previous);
    return;
  }
  draft.change({ to: 'end', thread: threadId, parked: true });
  draft.change({ to: 'thread', thread: parent, set: { previous: child.previous } });
  const exceeded = branches !== undefined && branches.tolerated > 0;
  failState(draft, parent, exceeded ? thresholdExceeded() : failure);
}

/** A state's work has failed; the branches that still run are aborted. */
export function failState(draft: Draft, threadId: string, failure: Failure): void {
  for (const [branch] of childrenOf(draft, threadId)) abortThread(draft, branch);
  // AWS: after this error a redrive runs the successful branches again too.
  const resumable = failure.error !== 'States.DataLimitExceeded';
  draft.change({ to: 'fail', thread: threadId, failure, resumable });
}

/** More iterations of a Map failed than it tolerates. */
export function thresholdExceeded(): Failure {
  const cause = 'The specified tolerated failure threshold was exceeded';
  return { error: 'States.ExceedToleratedFailureThreshold', cause };
}

const ABORTED: Readonly<Record<string, HistoryEventType>> = {
  task: 'TaskStateAborted',
  retrying: 'TaskStateAborted',
  waiting: 'WaitStateAborted',
  Map: 'MapStateAborted',
  Parallel: 'ParallelStateAborted',
};

/** Ends a thread and all within it; late results of its tasks find nothing to change. */
function abortThread(draft: Draft, threadId: string): void {
  for (const [inner] of childrenOf(draft, threadId)) abortThread(draft, inner);
  const { iteration, parent, index, state, remote } = draft.thread(threadId);
  if (remote === true) return draft.change({ to: 'end', thread: threadId, parked: true });
  const mapRun = mapRunOf(state?.phase);
  if (mapRun !== undefined) endMapRun(draft, threadId, mapRun, 'ABORTED');
  const kind = branchesOf(draft.thread(threadId))?.of ?? state?.phase.kind ?? '';
  const type = ABORTED[mapRun === undefined ? kind : 'Map'];
  if (type !== undefined) draft.emit(threadId, type);
  if (iteration && parent !== undefined) {
    draft.emit(threadId, 'MapIterationAborted', { name: draft.run(parent).name, index });
  }
  return draft.change({ to: 'end', thread: threadId, parked: true });
}

function parentOf(thread: Thread): string {
  if (thread.parent === undefined) throw new RangeError('The outermost thread is no branch');
  return thread.parent;
}
