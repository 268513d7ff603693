import * as fc from 'fast-check';
import type { Machine } from '../../states-language/definition/machine.js';
import { readDefinition } from '../../states-language/definition/read-definition.js';
import { decide } from '../../states-language/engine/decide.js';
import type { Chance } from '../../states-language/engine/step.js';
import { fold, type Entry } from '../../states-language/execution/change.js';
import { effectsOf, type WantedCall } from '../../states-language/execution/effects.js';
import { notStarted, type ExecutionState } from '../../states-language/execution/execution-state.js';
import type { Stimulus } from '../../states-language/execution/stimulus.js';
import { isJsonObject, type Json } from '../../states-language/json.js';
import { machines, variedMachines } from './machine-arbitrary.js';

const chance: Chance = { random: () => 0.5, uuid: () => 'uuid', token: () => 'token' };
const before = notStarted({
  arn: 'arn:execution',
  name: 'execution',
  machineArn: 'arn:machine',
  machineName: 'machine',
  roleArn: 'arn:role',
  region: 'eu-central-1',
  input: { a: 1 },
  startedAt: 0,
});

function answer({ thread, task }: WantedCall, healthy: boolean): Stimulus {
  const args: Json = task.call.arguments;
  const n = isJsonObject(args) ? Number(args.n) : 0;
  if (n === 0 && !healthy) return { kind: 'call-failed', thread, task: task.id, error: 'Boom', cause: 'no' };
  return { kind: 'answered', thread, task: task.id, result: args };
}

interface Happening {
  readonly stimulus: Stimulus;
  readonly now: number;
}

/** What happens next: the first open call is answered, else the next timer fires. */
function next(state: ExecutionState, now: number, healthy: boolean): Happening | undefined {
  const { calls, wakeAt } = effectsOf(state);
  const [call] = calls;
  if (call !== undefined) return { stimulus: answer(call, healthy), now };
  return wakeAt === undefined ? undefined : { stimulus: { kind: 'time' }, now: Math.max(now, wakeAt) };
}

/** As the store gives them back. */
function stored(entries: readonly Entry[]): Entry[] {
  return JSON.parse(JSON.stringify(entries)) as Entry[];
}

/** More decisions than any of these machines needs. */
const MOST_DECISIONS = 2_000;

interface Circumstances {
  /** Whether every call succeeds. */
  readonly healthy: boolean;
  /** Before which decisions the host is away for a minute and comes back. */
  readonly away: readonly number[];
}

/** Lets things happen to an execution, from `first` on, until nothing more does; checks the fold at each step. */
async function play(
  machine: Machine,
  start: ExecutionState,
  first: Happening,
  { healthy, away }: Circumstances,
) {
  const history: Entry[] = [];
  let state = start;
  let folded = start;
  let step: Happening | undefined = first;
  let { now } = first;
  for (let decisions = 0; step !== undefined; decisions += 1) {
    if (decisions > MOST_DECISIONS) throw new Error('the execution never ends');
    ({ now } = step);
    const decision = await decide(machine, folded, step.stimulus, now, chance);
    history.push(...decision.entries);
    state = decision.state;
    folded = fold(folded, stored(decision.entries));
    expect(folded).toEqual(state);
    step = next(state, now, healthy);
    if (step !== undefined && away.includes(decisions)) {
      step = { stimulus: { kind: 'resume' }, now: step.now + 60_000 };
    }
  }
  expect(fold(start, stored(history))).toEqual(state);
  return { state, history, now };
}

describe('the state of an execution is the fold of its history', () => {
  it('after every decision, whatever the machine, through JSON, restarts of the host, a stop and a redrive', async () => {
    const restarts = fc.array(fc.nat(20), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(variedMachines, restarts, async (definition, away) => {
        const machine = readDefinition(JSON.stringify(definition));
        const first = await play(
          machine,
          before,
          { stimulus: { kind: 'start' }, now: 0 },
          { healthy: false, away },
        );
        expect(first.state.status).not.toBe('RUNNING');
        expect(first.state.threads.size).toBe(0);
        const again = { stimulus: { kind: 'redrive' }, now: first.now + 1 } as const;
        const second = await play(machine, first.state, again, { healthy: true, away });
        expect(second.state.status).not.toBe('RUNNING');
        expect(second.state.threads.size).toBe(0);
        const events = [...first.history, ...second.history].flatMap(({ event }) => event ?? []);
        expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
        for (const { id, previousEventId } of events) expect(previousEventId).toBeLessThan(id);
        // An execution that has succeeded is not moved.
        const redriven = first.state.status === 'SUCCEEDED' ? undefined : 'ExecutionRedriven';
        expect(second.history[0]?.event?.type).toBe(redriven);
      }),
      { numRuns: 80 },
    );
  });

  it('every event follows an earlier one', async () => {
    await fc.assert(
      fc.asyncProperty(machines, async (definition) => {
        const machine = readDefinition(JSON.stringify(definition));
        const { entries } = await decide(machine, before, { kind: 'start' }, 0, chance);
        for (const { event } of entries) expect(event?.previousEventId ?? -1).toBeLessThan(event?.id ?? 0);
      }),
      { numRuns: 25 },
    );
  });

  it('the same stimulus gives the same decision, and an ended execution is not moved', async () => {
    await fc.assert(
      fc.asyncProperty(machines, async (definition) => {
        const machine = readDefinition(JSON.stringify(definition));
        const first = await decide(machine, before, { kind: 'start' }, 0, chance);
        const again = await decide(machine, before, { kind: 'start' }, 0, chance);
        expect(again).toEqual(first);
        const stopped = await decide(machine, first.state, { kind: 'stop' }, 1, chance);
        expect(stopped.state.status).not.toBe('RUNNING');
        expect((await decide(machine, stopped.state, { kind: 'time' }, 9e12, chance)).entries).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
