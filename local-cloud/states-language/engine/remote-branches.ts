import { NO_VARIABLES } from '../execution/variables.js';
import type { Draft } from '../execution/draft.js';
import type { Branches, Failure, MapRun } from '../execution/execution-state.js';
import type { Stimulus } from '../execution/stimulus.js';
import { present } from '../json.js';
import { branchesOf, failState, joinWith, thresholdExceeded } from './branches.js';
import { endMapRun } from './map-run-events.js';
import { errorOutput, type Chance } from './step.js';

/** The next execution of a run: a thread that writes no event and waits for it. */
export function startRemote(draft: Draft, parent: string, mapRun: MapRun, chance: Chance): void {
  const { path, state, previous } = draft.thread(parent);
  const branches = branchesOf(draft.thread(parent));
  if (branches === undefined || state === undefined)
    throw new RangeError(`Thread '${parent}' has no branches`);
  const index = branches.next;
  const id = `${parent}/${branches.started}.${index}`;
  const input = branches.inputs[index] ?? null;
  draft.change({ to: 'branches', thread: parent, set: { next: index + 1 } });
  const blank = {
    exited: previous,
    variables: NO_VARIABLES,
    state: undefined,
    results: {},
    joined: 0,
    failures: 0,
  };
  const as = { path, parent, index, iteration: false, remote: true, previous, ...blank } as const;
  draft.change({ to: 'begin', thread: id, as });
  const call = { service: 'states', action: 'startExecution', arguments: input };
  const { sizes, writer: _writer, ...run } = mapRun;
  const items = sizes?.[index] ?? 1;
  const task = { id: index, pattern: 'sync:2', call, childName: chance.uuid(), mapRun: run, items } as const;
  draft.change({
    to: 'enter',
    thread: id,
    run: { ...state, input, retryCount: 0, retries: {}, phase: { kind: 'task', stage: 'calling', task } },
  });
}

type TaskStimulus = Extract<Stimulus, { readonly task: number }>;

/** Takes the result of a run's execution, or of the attempt to start it. */
export function remoteHeard(draft: Draft, threadId: string, stimulus: TaskStimulus): void {
  const phase = draft.run(threadId).phase;
  if (phase.kind !== 'task' || phase.task.id !== stimulus.task) return;
  switch (stimulus.kind) {
    case 'answered':
      if (stimulus.child !== undefined)
        draft.phase(threadId, { ...phase, stage: 'submitted', child: stimulus.child });
      return;
    case 'succeeded': {
      const { previous } = draft.thread(threadId);
      joinWith(draft, threadId, stimulus.result, previous, previous);
      return;
    }
    case 'failed':
    case 'call-failed':
      failRemote(
        draft,
        threadId,
        present({ error: stimulus.error, cause: stimulus.cause }),
        phase.task.items ?? 1,
      );
      return;
    case 'heartbeat':
  }
}

function failRemote(draft: Draft, threadId: string, failure: Failure, items: number): void {
  const { parent = '', previous } = draft.thread(threadId);
  const branches = branchesOf(draft.thread(parent));
  const failures = draft.thread(parent).failures + items;
  draft.change({ to: 'thread', thread: parent, set: { failures } });
  if (branches?.mapRun === undefined || failures <= branches.tolerated) {
    joinWith(draft, threadId, errorOutput(failure), previous, previous);
    return;
  }
  draft.change({ to: 'end', thread: threadId, parked: true });
  const exceeded = thresholdExceeded();
  endMapRun(draft, parent, branches.mapRun, 'FAILED', exceeded);
  failState(draft, parent, exceeded);
}

/** The runs that are under way go on with their unsuccessful executions; what failed so far counts no more. */
export function redriveMapRuns(draft: Draft): void {
  for (const [thread] of draft.state.threads) {
    const { mapRun } = branchesOf(draft.thread(thread)) ?? {};
    if (mapRun === undefined) continue;
    const count = (mapRun.redrives ?? 0) + 1;
    draft.emit(thread, 'MapRunRedriven', { mapRunArn: mapRun.arn, redriveCount: count });
    draft.change({ to: 'map-run-redriven', arn: mapRun.arn, count });
    draft.change({ to: 'branches', thread, set: { mapRun: { ...mapRun, redrives: count } } });
    draft.change({ to: 'thread', thread, set: { failures: 0 } });
  }
}

/** Changes the limits of a run that goes on; one that has ended meanwhile stays as it was. */
export function limitMapRun(draft: Draft, change: Extract<Stimulus, { kind: 'map-run' }>): void {
  for (const [thread] of draft.state.threads) {
    if (branchesOf(draft.thread(thread))?.mapRun?.arn !== change.arn) continue;
    const { concurrency, tolerated } = change;
    const set: Partial<Branches> = {
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(tolerated === undefined ? {} : { tolerated }),
    };
    draft.change({ to: 'branches', thread, set });
  }
}
