import { GetExecutionHistoryCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import {
  arnOf,
  lambda,
  machine,
  ref,
  table,
  tableAccess,
  writeAssembly,
  type SampleAssembly,
} from './sample/sample-assembly.js';
import { busyMachine } from '../testing/busy-machine.js';
import { clientConfig } from '../testing/sdk.js';

const START = Date.UTC(2026, 10, 23, 8, 30);

/** Waits, retries, calls side by side whose answers race, a child, and an answer that does not come in time. */
const STORY = {
  StartAt: 'Keep them',
  States: {
    'Keep them': {
      Type: 'Map',
      Items: "{% [1..8].{'pk': $states.context.Execution.Name & $string($), 'text': 'x'} %}",
      ItemProcessor: {
        StartAt: 'Keep',
        States: {
          Keep: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: { FunctionName: '${Put}', Payload: '{% $states.input %}' },
            Output: '{% $states.result.Payload %}',
            Next: 'Rest',
          },
          Rest: { Type: 'Wait', Seconds: 60, Next: 'Count' },
          Count: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: { FunctionName: '${Put}', Payload: { pk: 'same', text: 'y' } },
            Output: '{% $states.result.Payload %}',
            End: true,
          },
        },
      },
      Next: 'Try',
    },
    Try: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '${Fail}', Payload: {} },
      Retry: [{ ErrorEquals: ['Broken'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Ask' }],
      Next: 'Ask',
    },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: '${Put}', Payload: { pk: 'asked', text: 'z' } },
      TimeoutSeconds: 86_400,
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Both' }],
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [60, 60, 30].map((Seconds, index) => ({
        StartAt: `Wait ${index}`,
        States: {
          [`Wait ${index}`]: { Type: 'Wait', Seconds, Next: `Keep ${index}` },
          [`Keep ${index}`]: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: { FunctionName: '${Put}', Payload: { pk: 'branch', text: 'w' } },
            Output: '{% $states.result.Payload %}',
            End: true,
          },
        },
      })),
      End: true,
    },
  },
};

let assembly: SampleAssembly;

beforeAll(() => {
  assembly = writeAssembly(
    {
      ...table,
      ...lambda('Put', 'put', [tableAccess]),
      ...lambda('Fail', 'fail', []),
      ...machine(STORY, [{ Action: 'lambda:InvokeFunction', Resource: '*' }], {
        DefinitionSubstitutions: { Put: arnOf('Put'), Fail: arnOf('Fail') },
      }),
    },
    { Machine: { Value: ref('Machine') } },
  );
});
afterAll(() => assembly.remove());

/** Ids are made by chance on AWS too. */
const withoutIds = (history: string) =>
  history
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replace(/(?<=TaskToken\\?":\\?")[\w-]+/gi, 'TOKEN');

async function historyOf(cloud: LocalCloud, states: SFNClient, name: string): Promise<string> {
  const executionArn = `${cloud.outputs['Machine']?.replace(':stateMachine:', ':execution:')}:${name}`;
  const { events } = await states.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  return withoutIds(JSON.stringify(events, undefined, 1));
}

/** Plays the story once among `others` and answers its history, times and order included. */
async function play(others: readonly string[]): Promise<string> {
  const cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
  });
  const states = new SFNClient(clientConfig(cloud));
  for (const name of others)
    await states.send(new StartExecutionCommand({ stateMachineArn: cloud.outputs['Machine'], name }));
  cloud.clock.setMode('skip');
  let history = '';
  while (!history.includes('ExecutionSucceeded')) history = await historyOf(cloud, states, 'story');
  states.destroy();
  await cloud.close();
  return history;
}

describe('on a clock that skips', () => {
  it('the same story has the same history, ids apart: alone, again, among others in any order and on a busy machine', async () => {
    const alone = await play(['story']);
    expect(await play(['story'])).toBe(alone);
    const idle = busyMachine();
    const crowd = Array.from({ length: 4 }, (_, index) => `other-${index}`);
    const among = await play([...crowd.slice(0, 2), 'story', ...crowd.slice(2)]).finally(() => {
      void idle();
    });
    expect(among).toBe(alone);
  });
});
