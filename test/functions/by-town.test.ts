import type { Turn } from '../../adapters/turn-queue.js';
import { byTown, type WorkByTown } from '../../functions/use-cases/by-town.js';

const AT = '2026-08-24T09:00:00+08:00';

/** Runs a function as its schedule and then its queue do; answers what each call did. */
async function play(work: Partial<WorkByTown>) {
  const calls: string[][] = [];
  const waiting: Turn[] = [];
  const run = byTown(
    { turns: { give: async (turns) => void waiting.push(...turns) } },
    {
      failed: 'work not done',
      towns: async () => ({ towns: ['a', 'b', 'c'] }),
      work: async () => undefined,
      ...work,
      ...(work.work && {
        work: async (town, at) => {
          calls.at(-1)?.push(town);
          return work.work?.(town, at);
        },
      }),
    },
  );
  calls.push([]);
  await run({ at: AT });
  for (let turn = waiting.shift(); turn !== undefined; turn = waiting.shift()) {
    calls.push([]);
    await run({ Records: [{ body: JSON.stringify(turn) }] });
  }
  return calls;
}

let logged: string[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => void logged.push(String(line)));
});
afterEach(() => jest.restoreAllMocks());

const nothing = async (): Promise<void> => undefined;

describe('work that a schedule does by town', () => {
  it('takes one town a call, each once, and none in the schedule’s own', async () => {
    expect(await play({ work: nothing })).toEqual([[], ['a'], ['b'], ['c']]);
  });

  it('looks for towns in as many calls as it takes, while it works on those it found', async () => {
    const pages: Record<string, { towns: string[]; next?: string }> = {
      '': { towns: ['a'], next: 'b' },
      b: { towns: ['b'], next: 'c' },
      c: { towns: ['c'] },
    };
    const calls = await play({
      work: nothing,
      towns: async (_at, from = '') => pages[from] ?? { towns: [] },
    });
    expect(calls.flat()).toEqual(['a', 'b', 'c']);
    expect(calls.every((one) => one.length <= 1)).toBe(true);
  });

  it('that fails for a town is logged, and goes on with the others', async () => {
    const calls = await play({
      work: async (town) => {
        if (town === 'b') throw new Error('words of a person');
      },
    });
    expect(calls.flat()).toEqual(['a', 'b', 'c']);
    expect(logged).toEqual([
      JSON.stringify({ level: 'error', message: 'work not done', town: 'b', error: 'Error' }),
    ]);
  });

  it('goes on with a town that has more to do in a further call, but not for ever', async () => {
    let left = 3;
    const some = await play({
      towns: async () => ({ towns: ['a'] }),
      work: async () => ((left -= 1) > 0 ? 'more' : undefined),
    });
    expect(some).toEqual([[], ['a'], ['a'], ['a']]);
    const endless = await play({ towns: async () => ({ towns: ['a'] }), work: async () => 'more' as const });
    // With the schedule's own call fewer than the sixteen at which Lambda stops what calls itself.
    expect(endless).toHaveLength(9);
  });

  it('fails as a call where no towns could be looked for: the next run does', async () => {
    await expect(
      play({
        towns: async () => {
          throw new Error('the table is down');
        },
      }),
    ).rejects.toThrow('the table is down');
  });
});
