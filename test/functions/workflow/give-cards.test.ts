import { createGiveCards } from '../../../functions/workflow/give-cards/handler.js';
import { requestId } from '../../../domain/codes/request-id.js';
import { aRequest } from '../../domain/request/a-request.js';
import { caseTown, rulesFor } from '../../domain/request/case-town.js';
import { Play } from '../../domain/request/play.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin } = eachWorld();
const MORNING = '2026-08-26T08:30:00+08:00';
const DUE_THAT_DAY = Date.parse('2026-08-26T17:30:00+08:00');
const OVERDUE = Date.parse('2026-08-25T17:30:00+08:00');

const give = (world: FunctionWorld, action = 'give') =>
  createGiveCards(
    world.services,
    'arn:staff-task',
  )({
    contract: 1,
    town: 'small-town',
    date: '2026-08-26',
    at: MORNING,
    action,
  });

/** Stores a request that the head of grid 1 works on. */
async function inHand(world: FunctionWorld, dueAt: number, n = 0): Promise<string> {
  const id = requestId(new Uint8Array([7, 7, 7, 7, 7, n]));
  const { record } = Play.begin(aRequest({ id }), rulesFor('street-light', caseTown())).answer('accept');
  await world.services.requests.create(
    { ...record, version: 1, dueAt },
    { phone: RESIDENT, description: 'dark' },
  );
  return id;
}
const load = (world: FunctionWorld, id: string) => world.services.requests.load('small-town', id);
const cardTypes = async (world: FunctionWorld, id: string) =>
  (await load(world, id)).timeline.map(({ type }) => type).filter((type) => type.endsWith('-card'));
const report = async (world: FunctionWorld) =>
  (await world.services.rounds.find('small-town', 'deadline-cards', '2026-08-26'))?.report;

describe('the cards of a day', () => {
  it('are marked last: broken off before, the same run again texts nobody twice', async () => {
    const world = await begin();
    const id = await inHand(world, Date.parse('2026-08-27T17:30:00+08:00'));
    jest.spyOn(world.services.requests, 'save').mockRejectedValueOnce(new Error('broken off'));
    await expect(give(world)).rejects.toThrow('broken off');
    expect(await cardTypes(world, id)).toEqual([]);
    expect(await give(world)).toEqual({ to: 'given' });
    expect(await give(world)).toEqual({ to: 'given' });
    expect(world.textsTo(world.phoneOf('a1')).filter((text) => text.includes('card-yellow'))).toHaveLength(1);
    expect(await cardTypes(world, id)).toEqual(['yellow-card']);
    expect(await report(world)).toMatchObject({ yellow: 1, red: 0 });
  });

  it('open one supervision order each, though its start was broken off', async () => {
    const world = await begin();
    const id = await inHand(world, OVERDUE);
    world.failures.engine = 1;
    await expect(give(world)).rejects.toThrow('engine is down');
    await give(world);
    await give(world);
    expect(world.started).toHaveLength(1);
    expect(await cardTypes(world, id)).toEqual(['red-card']);
    const task = await world.services.tasks.load('small-town', world.started[0] ?? '');
    expect(task).toMatchObject({ kind: 'supervision', request: id, responsible: 'a1' });
  });

  it('are given to the request as it is now, not as the index had it', async () => {
    const world = await begin();
    const id = await inHand(world, OVERDUE);
    const read = await world.services.board.openSince('small-town', { from: 0, to: OVERDUE });
    const record = await load(world, id);
    await world.services.requests.save({ ...record, dueAt: DUE_THAT_DAY + 7 * 86_400_000 });
    jest.spyOn(world.services.board, 'openSince').mockResolvedValueOnce(read);
    await give(world);
    expect(await cardTypes(world, id)).toEqual([]);
  });

  it('come with news for a resident who has heard nothing for a week, once', async () => {
    const world = await begin();
    const id = await inHand(world, DUE_THAT_DAY + 30 * 86_400_000);
    await give(world);
    const news = () => world.textsTo(RESIDENT).filter((text) => text.includes('reply-news'));
    expect(news()).toEqual([]);
    const record = await load(world, id);
    await world.services.requests.save({ ...record, toldAt: Date.parse(MORNING) - 8 * 86_400_000 });
    await give(world);
    await give(world);
    expect(news()).toHaveLength(1);
    expect(news()[0]).toContain('status=');
  });

  it('are given forty at a time', async () => {
    const world = await begin();
    for (let n = 0; n < 41; n += 1) await inHand(world, OVERDUE, n);
    expect(await give(world)).toEqual({ to: 'more' });
    expect(world.started).toHaveLength(40);
    expect(await report(world)).toBeUndefined();
    expect(await give(world)).toEqual({ to: 'given' });
    expect(world.started).toHaveLength(41);
    expect(await report(world)).toMatchObject({ red: 41 });
  });

  it('that cannot be given are told to the duty desk once, and tried again while the day lasts', async () => {
    const world = await begin();
    expect(await give(world, 'attention')).toEqual({ to: 'again' });
    expect(await give(world, 'attention')).toEqual({ to: 'again' });
    expect(world.textsTo(world.phoneOf('d1'))).toHaveLength(1);
  });
});
