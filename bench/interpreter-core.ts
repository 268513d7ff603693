import { decide, notStarted, readDefinition } from '@small-grid/local-cloud/interpreter';
import { countingMachine } from './counting-machine.js';
import { seconds } from './step-functions-host.js';

// How many Pass and Choice transitions a second the interpreter makes by itself: no store, no clock, no calls.

const TURNS = 2_000;
const ROUNDS = 10;
const chance = { random: () => 0.5, uuid: () => 'uuid', token: () => 'token' };
const machine = readDefinition(JSON.stringify({ QueryLanguage: 'JSONata', ...countingMachine }));
const before = notStarted({
  arn: 'arn:execution',
  name: 'execution',
  machineArn: 'arn:machine',
  machineName: 'machine',
  roleArn: 'arn:role',
  region: 'us-east-1',
  input: { turns: TURNS },
  startedAt: 0,
});

let transitions = 0;
async function run(): Promise<void> {
  const { state, entries } = await decide(machine, before, { kind: 'start' }, 0, chance);
  if (state.status !== 'SUCCEEDED') throw new Error(`the counting machine ended ${state.status}`);
  transitions += entries.filter(({ event }) => event?.type.endsWith('StateEntered')).length;
}

await run();
transitions = 0;
const taken = await seconds(async () => {
  for (let round = 0; round < ROUNDS; round += 1) await run();
});
console.log(`interpreter core: ${Math.round(transitions / taken)} Pass/Choice transitions a second`);
