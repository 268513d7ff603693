import { WaitingTowns } from '../../adapters/waiting-towns.js';
import { eachWorld } from '../functions/each-world.js';
import { RESIDENT, type FunctionWorld } from '../functions/function-world.js';
import { smallTowns } from '../towns/small-towns.js';

const { begin } = eachWorld();
const NOON = Date.parse('2026-08-24T12:00:00+08:00');
const NIGHT = Date.parse('2026-08-24T23:00:00+08:00');

/** A text of each of so many towns that the carrier does not take, or that waits for the morning. */
async function textEach(world: FunctionWorld, count: number, at: number): Promise<void> {
  for (const [n, town] of smallTowns(count).entries()) {
    world.failures.carrier = 1;
    await world.services.texts.send(town, {
      purpose: `sample/${n}`,
      to: RESIDENT,
      body: 'words',
      at: at + n * 1000,
    });
  }
}

describe('towns in which something waits', () => {
  it('are none while all is well', async () => {
    const { services } = await begin();
    expect(await services.waiting.leftUndone()).toEqual({
      towns: [],
      next: undefined,
      undelivered: 0,
      refused: 0,
      oldestText: undefined,
      unstartedSince: [],
      erasuresSince: [],
    });
    expect(await services.waiting.holding(NOON)).toEqual({ towns: [], next: undefined });
  });

  it('are found with how many texts wait, and since when', async () => {
    const world = await begin();
    await textEach(world, 3, NOON);
    const { towns, ...undone } = await world.services.waiting.leftUndone();
    expect(towns.toSorted()).toEqual(['town-001', 'town-002', 'town-003']);
    expect(undone).toMatchObject({ undelivered: 3, refused: 0, oldestText: NOON });
  });

  it('are found a bounded piece a call, none left out', async () => {
    const world = await begin();
    await textEach(world, 25, NIGHT);
    const waiting = new WaitingTowns(world.table, 1);
    const found: string[] = [];
    let calls = 0;
    let next: string | undefined;
    do {
      const some = await waiting.holding(NIGHT + 12 * 3_600_000, next);
      // Ten answers of a scan to a call, an entry each.
      expect(some.towns.length).toBeLessThanOrEqual(10);
      found.push(...some.towns);
      ({ next } = some);
      calls += 1;
    } while (next !== undefined);
    expect(new Set(found).size).toBe(25);
    expect(found).toHaveLength(25);
    expect(calls).toBe(3);
  });

  it('hold nothing before its time', async () => {
    const world = await begin();
    await textEach(world, 1, NIGHT);
    expect((await world.services.waiting.holding(NIGHT)).towns).toEqual([]);
    expect((await world.services.waiting.holding(NIGHT + 12 * 3_600_000)).towns).toEqual(['town-001']);
  });
});
