import type { RequestRecord } from '../../../domain/request/record.js';
import { entriesOf } from '../../../domain/request/timeline.js';
import { correctInWords, remarkInWords } from '../../../functions/staff/correct-in-words.js';
import { asked, atApprovals } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();
const MINUTE = 60_000;

type Call = Parameters<typeof correctInWords>[2];

const load = (world: FunctionWorld, id: string): Promise<RequestRecord> =>
  world.services.requests.load('small-town', id);

/** What somebody of the staff sends from a page about a request, and what is answered: its body, or the problem. */
async function send(
  world: FunctionWorld,
  way: typeof correctInWords | typeof remarkInWords,
  staff: string,
  id: string,
  body: { words: string; reason?: string },
): Promise<unknown> {
  const current = await world.services.towns.load('small-town');
  const call = {
    language: 'en',
    at: world.at,
    body: () => body,
    answer: (_status: number, answered: unknown) => answered,
  } as unknown as Call;
  const before = { current, record: await load(world, id), staff };
  return way(world.services, before, call).catch((problem: { type: string }) => problem.type);
}

/** It was closed as refused by its head, who corrected that without saying why. */
async function unexplained(world: FunctionWorld): Promise<string> {
  const { id } = await asked(world);
  const record = await load(world, id);
  const refused = { at: world.at, type: 'refused', by: 'a1', note: 'not ours' } as const;
  const corrected = {
    at: world.at,
    type: 'corrected',
    by: 'a1',
    what: 'outcome',
    was: 'refused',
    now: 'done',
    unexplained: true,
  } as const;
  await world.services.requests.save({
    ...record,
    owner: 'b1',
    timeline: [...record.timeline, refused, corrected],
  });
  return id;
}

describe('a request that is put right on a page', () => {
  it('is not there for whoever has no say in it, by which nobody learns that a number is one', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const body = { words: 'category road', reason: 'misread' };
    expect(await send(world, correctInWords, 'a3', id, body)).toBe('not-found');
    expect(await send(world, remarkInWords, 'a3', id, { words: 'ring first' })).toBe('not-found');
  });

  it('whose answer was lost is put right once, and told so again', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const body = { words: 'category road', reason: 'misread' };
    const first = await send(world, correctInWords, 'a1', id, body);
    world.at += MINUTE;
    expect(await send(world, correctInWords, 'a1', id, body)).toEqual(first);
    expect(first).toEqual({ changes: expect.stringContaining('road') });
    // What stood like this before anybody said so is no correction of theirs.
    expect(await send(world, correctInWords, 'a1', id, { ...body, reason: 'other' })).toBe('invalid-body');
    expect(await send(world, correctInWords, 'd1', id, body)).toBe('invalid-body');
    expect(entriesOf(await load(world, id), 'corrected')).toHaveLength(1);
  });

  it('of whose step somebody said no by mistake goes on once, and is told so again', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const record = await load(world, id);
    await world.services.requests.save({
      ...record,
      status: 'closed',
      closedAs: 'no_answer',
      asks: [],
      outcome: { as: 'done' },
    });
    const body = { words: 'outcome not done', reason: 'misread' };
    const first = await send(world, correctInWords, 'd1', id, body);
    world.at += MINUTE;
    expect(first).toEqual({ changes: expect.any(String) });
    expect(await send(world, correctInWords, 'd1', id, body)).toEqual(first);
  });

  it('keeps a remark that is sent three times over a slow network once, and texts it once', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const before = world.textsTo(world.phoneOf('a1')).length;
    for (let time = 0; time < 3; time += 1) {
      await send(world, remarkInWords, 'd1', id, { words: 'the gate is locked' });
      world.at += MINUTE;
    }
    expect(entriesOf(await load(world, id), 'remark')).toHaveLength(1);
    expect(world.textsTo(world.phoneOf('a1'))).toHaveLength(before + 1);
    world.at += 24 * 60 * MINUTE;
    await send(world, remarkInWords, 'd1', id, { words: 'the gate is locked' });
    expect(entriesOf(await load(world, id), 'remark')).toHaveLength(2);
  });

  it('hears a remark of whoever is asked about it, owner or not, while they are', async () => {
    const world = await begin();
    const { id, tokens } = await atApprovals(world);
    const record = await load(world, id);
    const approvers = record.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
    expect([approvers.length, approvers.includes(record.owner ?? '')]).toEqual([tokens.length, false]);
    for (const staff of approvers)
      expect(await send(world, remarkInWords, staff, id, { words: `${staff} went twice` })).toEqual({});
    const said = entriesOf(await load(world, id), 'remark').map(({ by }) => by);
    expect(said).toEqual(approvers);
    expect((await load(world, id)).asks).toEqual(record.asks);
    await world.services.requests.save({ ...(await load(world, id)), asks: [] });
    expect(await send(world, remarkInWords, approvers[0] ?? '', id, { words: 'late' })).toBe('not-found');
  });

  it('is explained by words that say nothing but why, also when they are sent again', async () => {
    const world = await begin();
    const id = await unexplained(world);
    const why = { words: '因为看错了', reason: '手滑' };
    for (const _time of ['first', 'again'])
      expect(await send(world, correctInWords, 'a1', id, why)).toEqual({ changes: '' });
    expect((await load(world, id)).timeline.at(-1)).toMatchObject({
      type: 'corrected',
      note: '看错了，手滑',
    });
    expect(await send(world, correctInWords, 'd1', id, why)).toBe('invalid-body');
    expect(await send(world, correctInWords, 'a3', id, why)).toBe('not-found');
  });
});
