import { aRequest, MONDAY_9_AM } from '../../domain/request/a-request.js';
import { eachWorld } from '../each-world.js';

const { begin } = eachWorld();
const TOWN = 'small-town';
const MINUTE = 60_000;

describe('the erasure of a number', () => {
  it('leaves nobody beside a request whose acceptance broke off before it was stored', async () => {
    const world = await begin();
    const { requests, erasures } = world.services;
    const { id, resident } = aRequest();
    const person = { phone: '+8619900000099', description: 'sample words' };
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
});
