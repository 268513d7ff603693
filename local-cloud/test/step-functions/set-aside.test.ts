import { createMemoryStore } from '../../storage/memory-store.js';
import type { KeyValueStore } from '../../storage/key-value-store.js';
import { entryKey, executionKey, openKey, revisionKey } from '../../step-functions/store-keys.js';
import { ManualClock } from '../manual-clock.js';
import { LAMBDA_TOKEN, setup, single, type Harness } from './setup.js';

const waiting = single({ Type: 'Wait', Seconds: 60 });
const warnings: string[] = [];

beforeEach(() => {
  warnings.length = 0;
  jest.spyOn(process, 'emitWarning').mockImplementation((warning) => {
    warnings.push(String(warning));
  });
});
afterEach(() => jest.restoreAllMocks());

/** A store with executions `good-1`, `bad` and `good-2` that wait; and their host's clock. */
async function left(): Promise<{ store: KeyValueStore; host: Harness; arns: Record<string, string> }> {
  const store = createMemoryStore();
  const host = setup({ store });
  const machine = await host.machine(waiting);
  const arns: Record<string, string> = {};
  for (const name of ['good-1', 'bad', 'good-2']) arns[name] = await host.start(machine, {}, name);
  await host.service.close();
  return { store, host, arns };
}

async function broken(change: (arn: string) => { key: string; value: string | undefined }) {
  const { store, host, arns } = await left();
  await store.batch([change(arns.bad ?? '')]);
  const again = setup({ store, clock: host.clock });
  await again.service.resume();
  await again.clock.runOut();
  return { again, arns, store };
}

describe('a folder starts whatever is in it', () => {
  it.each([
    ['an entry that is no JSON', (arn: string) => ({ key: entryKey(arn, 1), value: '{' })],
    [
      'an entry of no known kind',
      (arn: string) => ({ key: entryKey(arn, 1), value: '{"changes":[{"to":"x"}]}' }),
    ],
    ['an entry of a state that nobody began', (arn: string) => ({ key: entryKey(arn, 0), value: undefined })],
  ])('%s sets its execution aside, by name, and the others go on', async (_what, change) => {
    const { again, arns, store } = await broken(change);
    expect(await again.describe(arns.bad ?? '')).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: expect.stringContaining(
        'The local cloud has set this execution aside: it cannot be read',
      ) as string,
    });
    expect(await again.describe(arns['good-1'] ?? '')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await again.describe(arns['good-2'] ?? '')).toMatchObject({ status: 'SUCCEEDED' });
    expect(warnings.join()).toContain(arns.bad);
    expect(await store.get(openKey(arns.bad ?? ''))).toBeUndefined();
  });

  it('a definition that is taken no more sets aside those that run it', async () => {
    const { store, host, arns } = await left();
    const record = JSON.parse((await store.get(executionKey(arns.bad ?? ''))) ?? '') as Record<
      string,
      string
    >;
    const key = revisionKey(record.machineArn ?? '', record.revision ?? '');
    await store.batch([{ key, value: '{"StartAt":"Nowhere"}' }]);
    const again = setup({ store, clock: host.clock });
    await again.service.resume();
    expect(await again.describe(arns.bad ?? '')).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('an execution of which nothing is known but its name is open no more', async () => {
    const { again, arns, store } = await broken((arn) => ({ key: executionKey(arn), value: undefined }));
    expect(await store.get(openKey(arns.bad ?? ''))).toBeUndefined();
    await expect(again.describe(arns.bad ?? '')).rejects.toThrow('Execution Does Not Exist');
  });

  it('a parent is told that its child was set aside', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const task = single({
      Type: 'Task',
      Resource: LAMBDA_TOKEN,
      Arguments: { FunctionName: 'f', Payload: { token: '{% $states.context.Task.Token %}' } },
    });
    const child = await first.machine(task, 'child');
    const parent = await first.run(
      single({
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Arguments: { StateMachineArn: child, Name: 'child' },
      }),
    );
    const childArn = `${child.replace('stateMachine', 'execution')}:child`;
    await first.service.close();
    await store.batch([{ key: entryKey(childArn, 0), value: '{' }]);
    const second = setup({ store, clock: first.clock });
    await second.service.resume();
    await second.clock.runOut();
    expect(await second.describe(parent)).toMatchObject({
      status: 'FAILED',
      error: 'States.TaskFailed',
      cause: expect.stringContaining('set this execution aside') as string,
    });
  });
});

/** A store over which the host hangs as soon as it reads the entries of `arn`. */
const hangingAt = (store: KeyValueStore, arn: string, hung: () => void): KeyValueStore => ({
  ...store,
  get: (key) => {
    if (key !== executionKey(arn)) return store.get(key);
    hung();
    return new Promise(() => undefined);
  },
});

/** Of a host after it: what hung holds the other still. */
const clockOf = (host: Harness) => new ManualClock(host.clock.now());

describe('an execution over which the host ends each time', () => {
  /** One start of the host that ends over `bad`; true when it got through. */
  async function tryToStart(store: KeyValueStore, bad: string, host: Harness): Promise<boolean> {
    let ended: () => void = () => undefined;
    const hung = new Promise<boolean>((resolve) => {
      ended = () => resolve(false);
    });
    const again = setup({ store: hangingAt(store, bad, () => ended()), clock: clockOf(host) });
    return Promise.race([again.service.resume().then(() => true), hung]);
  }

  it('is set aside at the fourth start, and no other', async () => {
    const { store, host, arns } = await left();
    const bad = arns.bad ?? '';
    for (let start = 1; start <= 3; start += 1) expect(await tryToStart(store, bad, host)).toBe(false);
    const again = setup({ store, clock: clockOf(host) });
    await again.service.resume();
    await again.clock.runOut();
    expect(await again.describe(bad)).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The local cloud has set this execution aside: the host ended each time it took it up',
    });
    expect(await again.describe(arns['good-1'] ?? '')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await again.describe(arns['good-2'] ?? '')).toMatchObject({ status: 'SUCCEEDED' });
    const history = await again.history(bad);
    expect(history.map(({ id }) => id)).toEqual(history.map((_, index) => index + 1));
    expect(history.at(-1)).toMatchObject({ type: 'ExecutionFailed' });
  });

  it('is not set aside when the host is killed over it once', async () => {
    const { store, host, arns } = await left();
    const bad = arns.bad ?? '';
    expect(await tryToStart(store, bad, host)).toBe(false);
    expect(await tryToStart(store, bad, host)).toBe(false);
    const again = setup({ store, clock: clockOf(host) });
    await again.service.resume();
    await again.clock.runOut();
    expect(await again.describe(bad)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('does not make the next start a careful one', async () => {
    const { store, host } = await left();
    const again = setup({ store, clock: clockOf(host) });
    await again.service.resume();
    expect(await store.get('sfn/taking-up')).toBeUndefined();
  });
});
