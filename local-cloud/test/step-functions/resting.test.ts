import { createMemoryStore } from '../../storage/memory-store.js';
import type { KeyValueStore } from '../../storage/key-value-store.js';
import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, LAMBDA, LAMBDA_TOKEN, setup, single, type Harness, type Options } from './setup.js';

/** A store that counts how often a history was read whole. */
function counting(): { store: KeyValueStore; reads: () => number } {
  const store = createMemoryStore();
  let reads = 0;
  return {
    store: {
      ...store,
      range: (options) => {
        if (options.from.startsWith('sfn/entry/') && options.reverse === undefined) reads += 1;
        return store.range(options);
      },
    },
    reads: () => reads,
  };
}

const ask = (more: object = {}) => ({
  Type: 'Task',
  Resource: LAMBDA_TOKEN,
  Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
});

const child = single({ Type: 'Wait', Seconds: 50 });
const startChild = (TimeoutSeconds: number) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution.sync:2',
  Arguments: {
    StateMachineArn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:child',
    Name: 'c',
    Input: {},
  },
  TimeoutSeconds,
});

interface Case {
  readonly definition: Record<string, unknown>;
  readonly reach: (host: Harness, arn: string) => Promise<unknown>;
  readonly status: string;
  readonly options?: Options;
}

const call = (host: Harness, operation: string, input: object) =>
  host.service.handle(operation, { taskToken: host.tokens()[0], ...input });

const cases: Readonly<Record<string, Case>> = {
  'an answer': {
    definition: single(ask()),
    reach: (host) => call(host, 'SendTaskSuccess', { output: '{"yes":true}' }),
    status: 'SUCCEEDED',
  },
  'a failure': {
    definition: single(ask()),
    reach: (host) => call(host, 'SendTaskFailure', { error: 'No', cause: 'not today' }),
    status: 'FAILED',
  },
  'the end of its time': {
    definition: single(ask({ TimeoutSeconds: 60 })),
    reach: (host) => host.clock.advance(60_000),
    status: 'FAILED',
  },
  'the end of the time of the machine': {
    definition: { ...single(ask()), TimeoutSeconds: 60 },
    reach: (host) => host.clock.advance(60_000),
    status: 'TIMED_OUT',
  },
  'a heartbeat, and then none': {
    definition: single(ask({ HeartbeatSeconds: 30 })),
    reach: async (host) => {
      await host.clock.advance(20_000);
      await call(host, 'SendTaskHeartbeat', {});
      await host.clock.advance(20_000);
      await call(host, 'SendTaskHeartbeat', {});
      await host.clock.advance(30_000);
    },
    status: 'FAILED',
  },
  'the end of a wait': {
    definition: single({ Type: 'Wait', Seconds: 60 }),
    reach: (host) => host.clock.advance(60_000),
    status: 'SUCCEEDED',
  },
  'the time for a retry': {
    definition: single({
      Type: 'Task',
      Resource: LAMBDA,
      Arguments: CALL,
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 10, MaxAttempts: 2 }],
    }),
    options: {
      answer: () => {
        throw new IntegrationError('Busy', 'later');
      },
    },
    reach: (host) => host.clock.advance(60_000),
    status: 'FAILED',
  },
  'its being stopped': {
    definition: single(ask()),
    reach: (host, executionArn) => host.service.handle('StopExecution', { executionArn, cause: 'enough' }),
    status: 'ABORTED',
  },
  'a redrive and an answer': {
    definition: single(ask()),
    reach: async (host, executionArn) => {
      await call(host, 'SendTaskFailure', { error: 'No' });
      await host.service.handle('RedriveExecution', { executionArn });
      await host.clock.settled();
      await host.service.handle('SendTaskSuccess', { taskToken: host.tokens()[1], output: '1' });
    },
    status: 'SUCCEEDED',
  },
  'the end of its child': {
    definition: single(startChild(100)),
    reach: (host) => host.clock.advance(50_000),
    status: 'SUCCEEDED',
  },
  'the end of its time, which stops its child': {
    definition: single(startChild(10)),
    reach: async (host) => {
      await host.clock.advance(10_000);
      const { executions } = await host.service.handle('ListExecutions', {
        stateMachineArn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:child',
      });
      expect(executions).toEqual([expect.objectContaining({ status: 'ABORTED' })]);
    },
    status: 'FAILED',
  },
};

async function reached({ definition, reach, options = {} }: Case, restingInMemory: number) {
  const { store, reads } = counting();
  const host = setup({ ...options, store, restingInMemory });
  await host.machine(child, 'child');
  const arn = await host.start(await host.machine(definition), { n: 1 }, 'e');
  await host.clock.settled();
  const before = reads();
  await reach(host, arn);
  await host.clock.settled();
  return { host, arn, reads: reads() - before };
}

/** The history, without the ids of requests, which are chance. */
const historyOf = async ({ host, arn }: { host: Harness; arn: string }) =>
  JSON.stringify(await host.history(arn), undefined, 1).replace(/(?<=RequestId\\":\\")[\w-]+/g, 'id');

describe('an execution that waits and was let go of', () => {
  it.each(Object.entries(cases))('is brought back by %s, as if it had stayed', async (_what, given) => {
    const gone = await reached(given, 0);
    const stayed = await reached(given, 100);
    expect((await gone.host.describe(gone.arn)).status).toBe(given.status);
    expect(await historyOf(gone)).toEqual(await historyOf(stayed));
    expect(await gone.host.describe(gone.arn)).toEqual(await stayed.host.describe(stayed.arn));
    expect(gone.reads).toBeGreaterThan(stayed.reads);
  });

  it('is described, listed and has its history without being brought back', async () => {
    const { host, arn, reads } = await reached(
      { definition: single(ask()), reach: () => Promise.resolve(), status: 'RUNNING' },
      0,
    );
    expect(await host.describe(arn)).toMatchObject({ status: 'RUNNING', input: '{"n":1}' });
    expect((await host.types(arn)).at(-1)).toBe('TaskSubmitted');
    expect(reads).toBe(0);
  });
});

const wait = (seconds: number) => single({ Type: 'Wait', Seconds: seconds });

describe('executions that wait', () => {
  it('are let go of when more than the allowed number wait, the one that was reached longest ago first', async () => {
    const { store, reads } = counting();
    const host = setup({ store, restingInMemory: 2 });
    const machine = await host.machine(single(ask()));
    for (const name of ['a', 'b', 'c']) await host.start(machine, {}, name);
    await host.clock.settled();
    const [first, second, third] = host.tokens();
    const beat = (taskToken: string | undefined) => host.service.handle('SendTaskHeartbeat', { taskToken });
    await beat(third);
    await beat(second);
    expect(reads()).toBe(0);
    await beat(first);
    expect(reads()).toBe(1);
    await beat(second);
    expect(reads()).toBe(1);
    await beat(third);
    expect(reads()).toBe(2);
  });

  it('are read once when their time comes, however many timers of others fire meanwhile', async () => {
    const { store, reads } = counting();
    const host = setup({ store, restingInMemory: 0 });
    const machine = await host.machine(wait(86_400));
    for (let n = 0; n < 100; n += 1) {
      await host.start(machine);
      await host.clock.advance(60_000);
    }
    await host.clock.advance(86_400_000);
    expect(reads()).toBe(100);
  });
});

describe('a call that is answered too late', () => {
  it('changes nothing in an execution that timed out, was let go of, ended and was redriven', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const host = setup({
      answer: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const definition = {
      StartAt: 'Call',
      States: {
        Call: {
          Type: 'Task',
          Resource: LAMBDA,
          Arguments: CALL,
          TimeoutSeconds: 10,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Pause' }],
          Next: 'Pause',
        },
        Pause: { Type: 'Wait', Seconds: 10, Next: 'Stop' },
        Stop: { Type: 'Fail', Error: 'Late' },
      },
    };
    const executionArn = await host.start(await host.machine(definition));
    await host.clock.jump(10_000);
    await host.clock.jump(10_000);
    expect((await host.describe(executionArn)).status).toBe('FAILED');
    await host.service.handle('RedriveExecution', { executionArn });
    const before = await host.history(executionArn);
    answer({ Payload: 'at last' });
    await host.clock.settled();
    const after = await host.history(executionArn);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map(({ id }) => id)).toEqual(after.map((_event, index) => index + 1));
  });
});
