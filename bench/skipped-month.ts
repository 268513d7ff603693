import { parseArgs } from 'node:util';
import { createClock, createStepFunctions } from '@small-grid/local-cloud/interpreter';
import { openLevelStore } from '@small-grid/local-cloud/data-folder';
import { seconds, withFolder } from './step-functions-host.js';

// A month is skipped over thousands of open executions, more than stay in memory. Each is asked, says nothing, and is
// asked again every few days: how long the month takes, and what a turn costs.

const { values } = parseArgs({
  options: {
    executions: { type: 'string', default: '5000' },
    every: { type: 'string', default: '5' },
  },
});
const OPEN = Number(values.executions);
const AT_ONCE = 50;
const DAY = 86_400_000;
const DAYS = 30;

const askingMachine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: (Number(values.every) * DAY) / 1000,
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Ask' }],
      End: true,
    },
  },
};

await withFolder(async (folder) => {
  const store = await openLevelStore(folder);
  const clock = createClock({ mode: 'manual' });
  let turns = 0;
  const service = createStepFunctions({
    clock,
    store,
    integrate: async () => {
      turns += 1;
      return Promise.resolve({});
    },
    region: 'us-east-1',
    accountId: '111111111111',
  });
  const machine = await service.handle('CreateStateMachine', {
    name: 'asking',
    definition: JSON.stringify(askingMachine),
    roleArn: 'arn:aws:iam::111111111111:role/machine',
  });
  const start = () =>
    service.handle('StartExecution', { stateMachineArn: machine.stateMachineArn, input: '{"request":"R"}' });
  for (let begun = 0; begun < OPEN; begun += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, start));
    await clock.advance((DAY * AT_ONCE) / OPEN);
  }
  turns = 0;
  const taken = await seconds(() => clock.advance(DAYS * DAY));
  const { heapUsed, rss } = process.memoryUsage();
  console.log(
    `${DAYS} days over ${OPEN} open executions: ${taken.toFixed(1)} s, ${turns} turns, ${((taken * 1000) / turns).toFixed(2)} ms each; ` +
      `heap ${(heapUsed / 1e6).toFixed(0)} MB, rss ${(rss / 1e6).toFixed(0)} MB`,
  );
  await service.close();
  clock.close();
  await store.close();
});
