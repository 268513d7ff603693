import { factsOf } from '../../../domain/request/facts.js';
import { ownRequests } from '../../../functions/staff/serve-staff/own-requests.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';

const { begin } = eachWorld();
const HOUR = 3_600_000;

describe('what somebody owns', () => {
  it('is in the order of the deadlines that run; while the resident owes documents none does', async () => {
    const world = await begin();
    const record = await world.services.requests.load('small-town', await takeIn(world));
    const facts = (id: string, due: number) => ({
      ...factsOf(record),
      id,
      owner: 'a1',
      dueAt: world.at + due * HOUR,
      waits: { for: 'grid' as const, since: world.at },
    });
    const paused = { ...facts('22222222', 1), pausedSince: world.at };
    jest
      .spyOn(world.services.board, 'openSince')
      .mockResolvedValue([paused, facts('33333333', 3), facts('44444444', 2)]);
    const { town, version } = await world.services.towns.load('small-town');
    const [staff] = town.staff.filter(({ id }) => id === 'a1');
    if (!staff) throw new Error('nobody');
    const session = { town, version, staff } as Parameters<typeof ownRequests>[1];
    const call = { at: world.at, language: 'en' } as Parameters<typeof ownRequests>[2];
    const owned = await ownRequests(world.services, session, call);
    expect(owned?.map(({ request, due }) => [request, due])).toEqual([
      ['4444-4444', new Date(world.at + 2 * HOUR).toISOString()],
      ['3333-3333', new Date(world.at + 3 * HOUR).toISOString()],
      ['2222-2222', undefined],
    ]);
  });
});
