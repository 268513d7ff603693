import * as fc from 'fast-check';
import { readDefinition } from '../../../local-cloud/states-language/definition/read-definition.js';
import { decide } from '../../../local-cloud/states-language/engine/decide.js';
import type { Chance } from '../../../local-cloud/states-language/engine/step.js';
import { fold, type Entry } from '../../../local-cloud/states-language/execution/change.js';
import { effectsOf, type WantedCall } from '../../../local-cloud/states-language/execution/effects.js';
import {
  notStarted,
  type ExecutionState,
} from '../../../local-cloud/states-language/execution/execution-state.js';
import type { Stimulus } from '../../../local-cloud/states-language/execution/stimulus.js';
import { isJsonObject, type Json } from '../../../local-cloud/states-language/json.js';
import { machines } from './machine-arbitrary.js';

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

function answer({ thread, task }: WantedCall): Stimulus {
  const args: Json = task.call.arguments;
  const n = isJsonObject(args) ? Number(args.n) : 0;
  if (n === 0) return { kind: 'call-failed', thread, task: task.id, error: 'Boom', cause: 'no' };
  return { kind: 'answered', thread, task: task.id, result: args };
}

/** What happens next: the first open call is answered, else the next timer fires. */
function next(state: ExecutionState, now: number): { stimulus: Stimulus; now: number } | undefined {
  const { calls, wakeAt } = effectsOf(state);
  const [call] = calls;
  if (call !== undefined) return { stimulus: answer(call), now };
  return wakeAt === undefined ? undefined : { stimulus: { kind: 'time' }, now: Math.max(now, wakeAt) };
}

/** As the store gives them back. */
function stored(entries: readonly Entry[]): Entry[] {
  return JSON.parse(JSON.stringify(entries)) as Entry[];
}

describe('the state of an execution is the fold of its history', () => {
  it('after every decision, whatever the machine, also through JSON', async () => {
    await fc.assert(
      fc.asyncProperty(machines, async (definition) => {
        const machine = readDefinition(JSON.stringify(definition));
        const history: Entry[] = [];
        let state = before;
        let folded = before;
        let step: { stimulus: Stimulus; now: number } | undefined = { stimulus: { kind: 'start' }, now: 0 };
        while (step !== undefined) {
          const decision = await decide(machine, state, step.stimulus, step.now, chance);
          history.push(...decision.entries);
          state = decision.state;
          folded = fold(folded, stored(decision.entries));
          expect(folded).toEqual(state);
          step = next(state, step.now);
        }
        expect(fold(before, stored(history))).toEqual(state);
        expect(state.status).not.toBe('RUNNING');
        expect(state.threads).toEqual({});
        const ids = history.flatMap(({ event }) => (event === undefined ? [] : [event.id]));
        expect(ids).toEqual(ids.map((_, index) => index + 1));
      }),
      { numRuns: 150 },
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
