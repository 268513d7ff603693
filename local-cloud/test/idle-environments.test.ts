import { setTimeout as pause } from 'node:timers/promises';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { IdleEnvironments } from '../lambda/idle-environments.js';
import { lambda, table, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';

describe('environments that nobody uses', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const kept = (environments: IdleEnvironments, name: string, closed: string[]) => {
    const environment = {};
    environments.keep(environment, () => closed.push(name));
    return environment;
  };

  it('are closed after five minutes of the time of the machine', () => {
    const closed: string[] = [];
    kept(new IdleEnvironments(), 'a', closed);
    jest.advanceTimersByTime(299_999);
    expect(closed).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(closed).toEqual(['a']);
  });

  it('stay when they are used in time, and wait anew from then on', () => {
    const [closed, environments] = [[] as string[], new IdleEnvironments(60)];
    const environment = kept(environments, 'a', closed);
    jest.advanceTimersByTime(50_000);
    environments.take(environment);
    jest.advanceTimersByTime(600_000);
    expect(closed).toEqual([]);
    environments.keep(environment, () => closed.push('a'));
    jest.advanceTimersByTime(59_999);
    expect(closed).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(closed).toEqual(['a']);
  });

  it('are so many at most, of all functions: the one idle longest is closed first', () => {
    const [closed, environments] = [[] as string[], new IdleEnvironments(300, 2)];
    const [a] = ['a', 'b', 'c'].map((name) => kept(environments, name, closed));
    expect(closed).toEqual(['a']);
    environments.take(a ?? {});
    kept(environments, 'd', closed);
    expect(closed).toEqual(['a', 'b']);
  });
});

describe('a function that nobody calls for a while', () => {
  let assembly: SampleAssembly;
  let cloud: LocalCloud;
  beforeAll(() => {
    assembly = writeAssembly({ ...table, ...lambda('Count', 'count', []) });
  });
  afterEach(() => cloud.close());
  afterAll(() => assembly.remove());

  const host = async (more: object) => {
    cloud = await createLocalCloud({
      assembly: assembly.directory,
      clock: 'manual',
      keepWarmSeconds: 0.05,
      ...more,
    });
  };
  const count = async () => Number((await cloud.invoke('Count', {})).payload);

  it('loads anew when it is called again', async () => {
    await host({});
    expect([await count(), await count()]).toEqual([1, 2]);
    await pause(500);
    expect(await count()).toBe(1);
  });

  it('stays as it was in a simulation, whose course is not for the machine to say', async () => {
    await host({ simulation: { seed: 'of the test' } });
    expect(await count()).toBe(1);
    await pause(500);
    expect(await count()).toBe(2);
  });
});
