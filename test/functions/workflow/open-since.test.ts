import { requestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { requestsOpenSince } from '../../../functions/workflow/requests-open-since.js';
import { aRequest } from '../../domain/request/a-request.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin } = eachWorld();
const SINCE = Date.parse('2026-07-30T17:30:00+08:00');
const AT = Date.parse('2026-07-31T17:30:00+08:00');
const MINUTE = 60_000;

const closed = (closedAt: number): Partial<RequestRecord> => ({
  status: 'closed',
  closedAs: 'satisfied',
  closedAt,
});
const followUps = { followUps: ['2026-08-07'] };

async function stored(world: FunctionWorld, n: number, fields: Partial<RequestRecord>): Promise<string> {
  const id = requestId(new Uint8Array([7, 7, 7, 7, 7, n]));
  const record = { ...aRequest({ id }, world.town), ...fields };
  await world.services.requests.create(record, { phone: RESIDENT, description: 'dark' });
  return id;
}

const found = async (world: FunctionWorld, more: { having?: 'followUps' } = {}): Promise<string[]> => {
  const requests = await requestsOpenSince(world.services, world.town, { since: SINCE, at: AT, ...more });
  return requests.map(({ id }) => id).toSorted();
};

describe('what was open since the day began', () => {
  it.each<[string, Partial<RequestRecord>, boolean]>([
    ['what is open now, however old', { createdAt: Date.parse('2024-01-01') }, true],
    ['what was closed at its beginning', closed(SINCE), true],
    ['what was closed in it', closed(AT - MINUTE), true],
    ['what is closed while the step is retried, in the next month even', closed(AT + 15 * 3_600_000), true],
    ['what was closed before', closed(SINCE - MINUTE), false],
    ['what was closed in the month before', closed(Date.parse('2026-06-30T12:00:00+08:00')), false],
  ])('%s: %p is among it: %p', async (_, fields, isFound) => {
    const world = await begin();
    const id = await stored(world, 1, fields);
    expect(await found(world)).toEqual(isFound ? [id] : []);
  });

  it('is looked through for follow-ups without reading the rest', async () => {
    const world = await begin();
    await stored(world, 1, closed(AT - MINUTE));
    const open = await stored(world, 2, followUps);
    const over = await stored(world, 3, { ...closed(AT - MINUTE), ...followUps });
    expect(await found(world, { having: 'followUps' })).toEqual([open, over].toSorted());
  });
});
