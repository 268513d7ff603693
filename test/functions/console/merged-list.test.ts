import * as fc from 'fast-check';
import type { WatchedExecution } from '../../../adapters/execution-watch.js';
import { MergedList, type Place } from '../../../functions/console/watch-executions/merged-list.js';

const MACHINES = ['resident-request', 'coordination', 'staff-task'];

const execution = (name: string, minute: number): WatchedExecution => ({
  name,
  status: 'RUNNING',
  startedAt: new Date(minute * 60_000).toISOString(),
  redrives: 0,
});

/** Executions of each machine, the latest first, in pages of two. */
const engine = (all: Readonly<Record<string, readonly WatchedExecution[]>>) => {
  const calls: string[] = [];
  const readPage = async (machine: string, token: string | undefined) => {
    calls.push(machine);
    const from = Number(token ?? 0);
    if (Number.isNaN(from)) return undefined;
    const executions = (all[machine] ?? []).slice(from, from + 2);
    const isLast = from + 2 >= (all[machine] ?? []).length;
    return { executions, nextToken: isLast ? undefined : String(from + 2) };
  };
  return { readPage, calls };
};

const FIRST: Place = { tokens: Object.fromEntries(MACHINES.map((machine) => [machine, null])) };

/** Names of everything, asked for so many at a time. */
async function paged(readPage: ReturnType<typeof engine>['readPage'], limit: number, pages = 9) {
  const names: string[] = [];
  let place: Place | undefined = FIRST;
  for (let turn = 0; place && turn < 200; turn += 1) {
    const list: MergedList | undefined = await MergedList.open(MACHINES, place, { readPage, pages });
    if (!list) throw new Error('a token was refused');
    names.push(...(await list.next(limit)).map(({ execution: { name } }) => name));
    place = list.place();
  }
  return names;
}

describe('the list of all machines', () => {
  it('gives each execution once, the latest first, whatever the pages', async () => {
    const minutes = fc.array(fc.nat(6), { maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(minutes, minutes, minutes),
        fc.integer({ min: 1, max: 5 }),
        async (each, limit) => {
          const all = Object.fromEntries(
            MACHINES.map((machine, index) => [
              machine,
              (each[index] ?? [])
                .toSorted((one, other) => other - one)
                .map((minute, nth) => execution(`${machine}-${nth}-${minute}`, minute)),
            ]),
          );
          const names = await paged(engine(all).readPage, limit, 1);
          const everything = Object.values(all).flat();
          expect(names.toSorted()).toEqual(everything.map(({ name }) => name).toSorted());
          const at = names.map((name) => Number(name.split('-').at(-1)));
          expect(at).toEqual(at.toSorted((one, other) => other - one));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads no more pages than it may, and goes on from there', async () => {
    const many = Array.from({ length: 20 }, (_, nth) => execution(`r${nth}`, 100 - nth));
    const { readPage, calls } = engine({ 'resident-request': many });
    const list = await MergedList.open(MACHINES, FIRST, { readPage, pages: 3 });
    expect((await list?.next(50))?.length).toBe(8);
    expect(calls.length).toBe(MACHINES.length + 3);
    expect(list?.place()?.tokens).toEqual({ 'resident-request': '8' });
  });

  it('refuses a place that is none of it', async () => {
    const { readPage } = engine({});
    const place: Place = { tokens: { coordination: 'none' } };
    expect(await MergedList.open(MACHINES, place, { readPage, pages: 3 })).toBeUndefined();
  });
});
