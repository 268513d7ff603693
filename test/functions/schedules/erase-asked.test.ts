import type { RequestRecord } from '../../../domain/request/record.js';
import { aRequest, MONDAY_9_AM } from '../../domain/request/a-request.js';
import { eachWorld } from '../each-world.js';

const { begin } = eachWorld();
const TOWN = 'small-town';
const MINUTE = 60_000;
const person = { phone: '+8619900000099', description: 'sample words' };

/** A request that is over, and its resident's wish to be erased. */
async function wanted(changes: Partial<RequestRecord> = {}) {
  const world = await begin();
  const { requests, erasures } = world.services;
  const over = { status: 'closed', closedAs: 'satisfied', closedAt: MONDAY_9_AM } as const;
  const record = { ...aRequest(), ...over, ...changes };
  await requests.create(record, person);
  await erasures.ask(TOWN, { contact: record.resident }, MONDAY_9_AM + MINUTE);
  const itemOf = async (kind: 'person' | 'request', sk: string) =>
    (await world.table.get({ Key: { pk: `${TOWN}#${kind}#${record.id}`, sk } })).Item;
  return {
    world,
    sweep: (minutes: number) => world.sweep(MONDAY_9_AM + minutes * MINUTE),
    mine: () => itemOf('person', 'person'),
    left: () => itemOf('request', 'record'),
  };
}

describe('the erasure of a number', () => {
  it('leaves nobody beside a request whose acceptance broke off before it was stored', async () => {
    const world = await begin();
    const { requests, erasures } = world.services;
    const { id, resident } = aRequest();
    await requests.create(aRequest(), person);
    await world.table.delete({ Key: { pk: `${TOWN}#request#${id}`, sk: 'record' } });
    await erasures.ask(TOWN, { contact: resident }, MONDAY_9_AM + MINUTE);
    await world.sweep(MONDAY_9_AM + 10 * MINUTE);
    expect(await erasures.asked(TOWN, MONDAY_9_AM + 10 * MINUTE)).toEqual([]);
    const Key = { pk: `${TOWN}#person#${id}`, sk: 'person' };
    const { Item } = await world.table.get({ Key });
    expect(Item).toEqual({ ...Key, erasedAt: MONDAY_9_AM + 10 * MINUTE, shape: 1 });
    expect(await erasures.requestsOf(TOWN, resident)).toEqual([]);
    // What is sent again makes no second one.
    expect(await requests.create(aRequest(), person)).toBe(false);
  });

  it('that breaks off once the person is erased finds the request again by what is left of it', async () => {
    const { world, sweep, mine, left } = await wanted();
    jest.spyOn(world.services.erasures, 'left').mockRejectedValueOnce(new Error('the table is down'));
    await sweep(10);
    expect(await mine()).not.toHaveProperty('phone');
    expect(await left()).toHaveProperty('of');
    await sweep(15);
    expect(await left()).not.toHaveProperty('of');
  });

  it('that breaks off finds a request again that no person was found by', async () => {
    const { world, sweep, mine, left } = await wanted({ foundBy: undefined });
    jest.spyOn(world.services.erased, 'besideRequest').mockRejectedValueOnce(new Error('the table is down'));
    await sweep(10);
    expect(await mine()).toHaveProperty('phone');
    expect(await left()).toHaveProperty('erasedAt');
    await sweep(15);
    expect(await mine()).not.toHaveProperty('phone');
  });
});
