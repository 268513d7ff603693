import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { lambda, table, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';

let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(async () => {
  assembly = writeAssembly({
    ...table,
    ...lambda('Misbehave', 'misbehave', []),
    ...lambda('Recycle', 'recycle', []),
    ...lambda('Spoil', 'spoil', [], { Timeout: 1 }),
    ...lambda('Chatter', 'chatter', []),
    ...lambda('Pretend', 'pretend', []),
    ...lambda('Count', 'count', []),
  });
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
  await cloud.invoke('Count', {});
});

afterAll(async () => {
  await cloud.close();
  assembly.remove();
});

const outcome = async (name: string, event: unknown = {}) =>
  JSON.parse((await cloud.invoke(name, event)).payload) as unknown;

const exited = (how: string, errorType = 'Runtime.ExitError') => ({
  errorType,
  errorMessage: expect.stringMatching(
    `^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: ${how}$`,
  ) as string,
});
const outOfMemory = exited('signal: killed', 'Runtime.OutOfMemory');

describe('a function that misbehaves fails alone, as on AWS', () => {
  it.each([
    ['exit', exited('exit status 3')],
    ['kill', exited('signal: killed')],
    ['terminate', exited('signal: terminated')],
    ['kill the parent', { errorType: 'Error', errorMessage: 'kill ESRCH' }],
    ['abort', exited('signal: aborted')],
    ['throw', { errorType: 'RangeError', errorMessage: 'nobody catches this' }],
    [
      'reject',
      { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'RangeError: nobody catches this' },
    ],
    ['take buffers', outOfMemory],
    ['take arrays', outOfMemory],
    ['take heap', outOfMemory],
    ['take an array', outOfMemory],
    ['take by and by', outOfMemory],
  ])(
    '%s',
    async (how, failure) => {
      const beside = outcome('Count');
      expect(await outcome('Misbehave', { how })).toMatchObject(failure);
      expect(await beside).toEqual(expect.any(Number));
      expect(await outcome('Count')).toEqual(expect.any(Number));
    },
    20_000,
  );

  it('and what it frees again is not held against it', async () => {
    expect(await outcome('Recycle')).toBe(100 * (8 << 20));
  });

  it('and what it does to its globals stays with it', async () => {
    await cloud.invoke('Spoil', {});
    await cloud.invoke('Spoil', {});
    expect(await outcome('Count')).toEqual(expect.any(Number));
  });

  it('and it speaks to nobody as if it were the runtime', async () => {
    expect(await outcome('Pretend')).toBe('alone');
  });

  it('and what it writes is heard as far as there is room for it, while others are answered', async () => {
    const chatter = cloud.invoke('Chatter', {});
    expect(await outcome('Count')).toEqual(expect.any(Number));
    const { requestId } = await chatter;
    const lines = cloud.logs().filter((line) => line.requestId === requestId);
    expect(lines.at(-1)?.text).toHaveLength(256 * 1024);
  });
});
