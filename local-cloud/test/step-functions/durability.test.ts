import * as fc from 'fast-check';
import { IntegrationError } from '../../step-functions/ports.js';
import type { KeyValueStore } from '../../storage/key-value-store.js';
import { createMemoryStore } from '../../storage/memory-store.js';
import { ManualClock } from '../manual-clock.js';
import { machines } from '../states-language/machine-arbitrary.js';
import { CALL, FUNCTION, LAMBDA, LAMBDA_TOKEN, setup, single, type Answer, type Harness } from './setup.js';

const answer: Answer = ({ arguments: args }) => {
  if ((args as { n: number }).n === 0) throw new IntegrationError('Boom', 'no');
  return args;
};

const hang: Answer = () => new Promise(() => undefined);

/** A store whose process is killed after `batches` writes: later ones never come back. */
function mortal(
  store: KeyValueStore,
  batches: number,
): { store: KeyValueStore; killed: Promise<void>; written: () => number } {
  let left = batches;
  let kill: () => void = () => undefined;
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  const dying: KeyValueStore = {
    ...store,
    batch: (writes) => {
      left -= 1;
      if (left >= 0) return store.batch(writes);
      kill();
      return new Promise(() => undefined);
    },
  };
  return { store: dying, killed, written: () => batches - left };
}

async function outcome(host: Harness, arn: string): Promise<unknown> {
  const { status, output, error } = await host.describe(arn);
  return { status, output, error };
}

/** Runs `definition` in a host that is killed after `batches` writes, then in a second one. */
async function interrupted(definition: Record<string, unknown>, batches: number): Promise<unknown> {
  const disk = createMemoryStore();
  const { store, killed } = mortal(disk, batches);
  const first = setup({ store, answer });
  const machine = first.machine(definition).then((arn) => first.start(arn, { a: 1 }, 'n'));
  await Promise.race([machine.then(() => first.clock.runOut()), killed]);
  first.clock.stop();
  const second = setup({ store: disk, clock: new ManualClock(first.clock.now() + 1), answer });
  await second.service.resume();
  await second.clock.runOut();
  // What was not accepted is asked for again.
  const arn = await second.machine(definition);
  const name = `${arn.replace('stateMachine', 'execution')}:n`;
  await second.start(arn, { a: 1 }, 'n').catch(() => undefined);
  await second.clock.runOut();
  return outcome(second, name);
}

describe('a host that is killed and comes back', () => {
  it('brings every execution to the same end, wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(100), async (definition, cut) => {
        const counted = mortal(createMemoryStore(), Infinity);
        const whole = setup({ store: counted.store, answer });
        const arn = await whole.start(await whole.machine(definition), { a: 1 }, 'n');
        await whole.clock.runOut();
        expect(await interrupted(definition, cut % 25)).toEqual(await outcome(whole, arn));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('asks a Lambda again whose answer was not stored, and never one whose answer was', async () => {
    const disk = createMemoryStore();
    const step = (n: number, Next: string) => ({
      Type: 'Task',
      Resource: LAMBDA,
      Arguments: { ...CALL, n },
      Next,
    });
    const definition = { StartAt: 'A', States: { A: step(1, 'B'), B: step(2, 'C'), C: { Type: 'Succeed' } } };
    // 1: the machine, 2: the start, 3: A's answer, 4: B's answer.
    const { store, killed } = mortal(disk, 3);
    const first = setup({ store, answer });
    await first.start(await first.machine(definition), {}, 'n');
    await Promise.race([first.clock.runOut(), killed]);
    first.clock.stop();
    const second = setup({ store: disk, clock: new ManualClock(), answer });
    await second.service.resume();
    await second.clock.runOut();
    expect(first.calls.map((call) => call.arguments)).toEqual([
      { ...CALL, n: 1 },
      { ...CALL, n: 2 },
    ]);
    expect(second.calls.map((call) => call.arguments)).toEqual([{ ...CALL, n: 2 }]);
  });

  it('fires overdue timers at once and keeps the others', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const machine = await first.machine(single({ Type: 'Wait', Seconds: '{% $states.input %}' }));
    const [soon, late] = [await first.start(machine, 10), await first.start(machine, 1000)];
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now() + 500_000) });
    await second.service.resume();
    await second.clock.settled();
    expect((await second.describe(soon)).stopDate).toBe(1772413700);
    expect((await second.describe(late)).status).toBe('RUNNING');
    await second.clock.runOut();
    expect((await second.describe(late)).stopDate).toBe(1772414200);
  });

  it('a token given before is answered after, and calls the function no second time', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const task = {
      Type: 'Task',
      Resource: LAMBDA_TOKEN,
      TimeoutSeconds: 900,
      Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
    };
    const arn = await first.start(await first.machine(single(task)));
    await first.clock.settled();
    const [taskToken] = first.tokens();
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now() + 60_000) });
    await second.service.resume();
    await second.clock.settled();
    expect(second.calls).toEqual([]);
    await second.service.handle('SendTaskSuccess', { taskToken, output: '"answered"' });
    expect(await second.output(arn)).toBe('answered');
  });

  it('a parent hears of the child that ends after the restart', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const child = await first.machine(single({ Type: 'Wait', Seconds: 30, Output: 'grown' }), 'child');
    const nested = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child },
      Output: '{% $states.result.Output %}',
    };
    const arn = await first.start(await first.machine(single(nested), 'parent'));
    await first.clock.settled();
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now()) });
    await second.service.resume();
    await second.clock.runOut();
    expect(await second.output(arn)).toBe('grown');
    const { executions } = await second.service.handle('ListExecutions', { stateMachineArn: child });
    expect(executions).toHaveLength(1);
  });

  it('a child whose parent could not record it is found again, not started twice', async () => {
    const disk = createMemoryStore();
    const child = single({ Type: 'Pass', Output: 'quick' });
    const nested = (StateMachineArn: string) =>
      single({
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Arguments: { StateMachineArn },
        Output: '{% $states.result.Output %}',
      });
    // 1, 2: the machines, 3: the parent's start, 4: the child, begun and ended; the parent's record of it is lost.
    const { store, killed } = mortal(disk, 4);
    const first = setup({ store });
    const childArn = await first.machine(child, 'child');
    const arn = await first.start(await first.machine(nested(childArn), 'parent'));
    await Promise.race([first.clock.runOut(), killed]);
    first.clock.stop();
    const second = setup({ store: disk, clock: new ManualClock() });
    await second.service.resume();
    await second.clock.runOut();
    expect(await second.output(arn)).toBe('quick');
    const { executions } = await second.service.handle('ListExecutions', { stateMachineArn: childArn });
    expect(executions).toHaveLength(1);
  });

  it('closed, it does nothing more', async () => {
    const host = setup();
    const arn = await host.start(await host.machine(single({ Type: 'Wait', Seconds: 5 })));
    await host.service.close();
    expect(host.clock.nextTimer()).toBeUndefined();
    expect((await host.describe(arn)).status).toBe('RUNNING');
  });
});

/** A task that is under way when the host goes, and what has become of its execution `late` ms after that. */
async function awayFor(away: number, state: object, late: number, more: object = {}) {
  const store = createMemoryStore();
  const first = setup({ store, answer: hang });
  const arn = await first.start(await first.machine({ ...single({ Type: 'Task', ...state }), ...more }));
  await first.clock.jump(10_000);
  await first.service.close();
  const second = setup({ store, clock: new ManualClock(first.clock.now() + away), answer: hang });
  await second.service.resume();
  await second.clock.jump(late);
  const { status, error } = await second.describe(arn);
  return { status, error, calls: second.calls.length, host: second, arn };
}

describe('the time-out of a task', () => {
  test.each([
    ['an integration', LAMBDA],
    ['a function named by its ARN', FUNCTION],
  ])('whose call is made again begins with the repeated call: %s', async (_what, Resource) => {
    const state = { Resource, Arguments: CALL, TimeoutSeconds: 60 };
    expect(await awayFor(600_000, state, 59_999)).toMatchObject({ status: 'RUNNING', calls: 1 });
    expect(await awayFor(600_000, state, 60_000)).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
  });

  it('is given anew in each life of the host, and is the same when the history is folded', async () => {
    const { host, arn } = await awayFor(
      600_000,
      { Resource: LAMBDA, Arguments: CALL, TimeoutSeconds: 60 },
      59_000,
    );
    await host.service.close();
    const third = setup({ store: host.store, clock: new ManualClock(host.clock.now() + 5_000) });
    await third.service.resume();
    await third.clock.settled();
    expect((await third.describe(arn)).status).toBe('SUCCEEDED');
    expect(await third.types(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test.each<[what: string, state: object, more: object, expected: object]>([
    [
      'of a task that waits for its token',
      { Resource: LAMBDA_TOKEN, Arguments: CALL, TimeoutSeconds: 60 },
      {},
      { status: 'FAILED', error: 'States.Timeout' },
    ],
    [
      "of a token's heartbeat",
      { Resource: LAMBDA_TOKEN, Arguments: CALL, TimeoutSeconds: 86_400, HeartbeatSeconds: 60 },
      {},
      { status: 'FAILED', error: 'States.Timeout' },
    ],
    [
      'of the machine',
      { Resource: LAMBDA, Arguments: CALL, TimeoutSeconds: 60 },
      { TimeoutSeconds: 90 },
      { status: 'TIMED_OUT', calls: 0 },
    ],
  ])('keeps its moment when it is that %s', async (_what, state, more, expected) => {
    expect(await awayFor(600_000, state, 0, more)).toMatchObject(expected);
  });

  it('keeps its moment when it is that of a task whose child runs on', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const child = await first.machine(single({ Type: 'Wait', Seconds: 86_400 }), 'child');
    const nested = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child },
      TimeoutSeconds: 60,
    };
    const arn = await first.start(await first.machine(single(nested), 'parent'));
    await first.clock.settled();
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now() + 600_000) });
    await second.service.resume();
    await second.clock.settled();
    expect((await second.describe(arn)).error).toBe('States.Timeout');
  });
});

describe('a host that is not yet back', () => {
  const asking = {
    Type: 'Task',
    Resource: LAMBDA_TOKEN,
    Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
  };
  const ask = single(asking);

  it.each([
    ['before it takes up what is open', false],
    ['while it does', true],
  ])('hears an answer that comes %s', async (_when, resuming) => {
    const store = createMemoryStore();
    const first = setup({ store });
    const arn = await first.start(await first.machine(ask));
    await first.clock.settled();
    const [taskToken] = first.tokens();
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now()) });
    const resumed = resuming ? second.service.resume() : undefined;
    const answered = second.service.handle('SendTaskSuccess', { taskToken, output: '"kept"' });
    await new Promise((resolve) => setImmediate(resolve));
    await (resumed ?? second.service.resume());
    await answered;
    expect(await second.output(arn)).toBe('kept');
  });

  it('is not overtaken by an answer: the call beside it still has its whole time-out', async () => {
    const store = createMemoryStore();
    const branch = (name: string, state: object) => ({
      StartAt: name,
      States: { [name]: { End: true, ...state } },
    });
    const call = { Type: 'Task', Resource: LAMBDA, Arguments: { ...CALL, n: 1 }, TimeoutSeconds: 60 };
    const Branches = [branch('Call', call), branch('Ask', asking)];
    const first = setup({ store, answer: (made) => ('n' in (made.arguments as object) ? hang(made) : {}) });
    const arn = await first.start(await first.machine(single({ Type: 'Parallel', Branches })));
    await first.clock.jump(0);
    const [taskToken] = first.tokens();
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now() + 600_000), answer });
    const answered = second.service.handle('SendTaskSuccess', { taskToken, output: '"kept"' });
    await Promise.all([second.service.resume(), answered]);
    await second.clock.settled();
    expect(await second.output(arn)).toEqual([{ ...CALL, n: 1 }, 'kept']);
    expect(await second.types(arn)).not.toContain('TaskTimedOut');
  });

  it('lists two starts of one millisecond, one in each of its lives', async () => {
    const store = createMemoryStore();
    const clock = new ManualClock();
    const first = setup({ store, clock });
    const machine = await first.machine(single({ Type: 'Wait', Seconds: 5 }));
    await first.start(machine, {}, 'one');
    await first.service.close();
    const second = setup({ store, clock });
    await second.service.resume();
    await second.start(machine, {}, 'two');
    const { executions } = await second.service.handle('ListExecutions', { stateMachineArn: machine });
    expect((executions as { name: string }[]).map(({ name }) => name).toSorted()).toEqual(['one', 'two']);
  });
});
