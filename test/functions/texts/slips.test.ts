import { requestId, showRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { entriesOf } from '../../../domain/request/timeline.js';
import { asked } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();
const MINUTE = 60_000;

const load = (world: FunctionWorld, id: string): Promise<RequestRecord> =>
  world.services.requests.load('small-town', id);

const CLOSED = { status: 'closed', closedAs: 'refused' } as const;

/** Sends a text of somebody's, and answers what they are told last. */
async function text(world: FunctionWorld, staff: string, body: string): Promise<string> {
  const phone = world.phoneOf(staff);
  world.at += MINUTE;
  const before = world.textsTo(phone).length;
  await world.deliver({ from: phone, body });
  return world.textsTo(phone).slice(before).at(-1) ?? '';
}

/** A request that the head of grid 1 took up or refused, whose answer came through. */
async function answered(world: FunctionWorld, body = '1', category = 'street-light') {
  const { id, n } = await asked(world, category);
  const head = world.phoneOf('a1');
  await world.deliver({ from: head, body: `${world.codeFor(head)} ${body}` });
  const next = await world.record(id, { action: 'answered', ask: n });
  return { id, next };
}

describe('a slip that is told by text', () => {
  it('about the request of somebody else is unknown, and says nothing to anybody', async () => {
    const world = await begin();
    const { id } = await answered(world);
    const told = world.texts.length;
    const reply = await text(world, 'a3', `刚才回错了，${showRequestId(id)} 办好了`);
    expect(reply).toContain('reply-correct-which');
    expect(world.texts).toHaveLength(told + 1);
    expect(entriesOf(await load(world, id), 'remark')).toEqual([]);
  });

  it('about a sealed complaint is unknown to whoever it may be about, though they were asked before', async () => {
    const world = await begin();
    const { id } = await answered(world);
    const record = await load(world, id);
    await world.services.requests.save({ ...record, path: 'petition', confidential: { about: ['a1'] } });
    for (const body of [`刚才回错了，${showRequestId(id)} 办好了`, '刚才回错了，那个办好了'])
      expect(await text(world, 'a1', body)).toContain('reply-correct-which');
    expect(entriesOf(await load(world, id), 'remark')).toEqual([]);
  });

  it('beside the answer to something that is asked, and named, leaves it an answer', async () => {
    const world = await begin();
    const { id, next } = await answered(world);
    await world.ask(id, next.ask?.n);
    const code = world.codeFor(world.phoneOf('a1'));
    expect(await text(world, 'a1', `${code} 已修好，上一条发错了`)).toContain('reply-recorded');
    expect(world.resolved.at(-1)?.option).toBe('done');
  });

  it.each([
    '刚才回错了，1030那个办好了',
    '回错了，2024年装的那个灯办好了',
    'sorry wrong key, it was done at 0915',
  ])('names nothing by a time or a year: "%s"', async (body) => {
    const world = await begin();
    const { id, next } = await answered(world);
    const token = await world.ask(id, next.ask?.n);
    const head = world.phoneOf('a1');
    await world.deliver({ from: head, body: `${world.codeFor(head)} 2 not ours` });
    expect(world.waiting.has(token)).toBe(false);
    await world.record(id, { action: 'answered', ask: next.ask?.n });
    await world.services.requests.save({
      ...(await load(world, id)),
      ...CLOSED,
      asks: [],
      closedAt: world.at,
    });
    const reply = await text(world, 'a1', body);
    expect(reply).toContain('reply-corrected');
    expect((await load(world, id)).outcome?.as).toBe('done');
  });

  it('or plainly corrected, is about a number that nobody has where its sender may not hear of the request', async () => {
    const world = await begin();
    const { id } = await answered(world);
    const record = await load(world, id);
    const other = (number: string) => `改 ${showRequestId(number)} 类别 road`;
    expect(await text(world, 'a3', other(id))).toContain('reply-correct-owner');
    await world.services.requests.save({ ...record, path: 'petition', confidential: { about: ['a1'] } });
    const replies = [
      await text(world, 'a3', other(id)),
      await text(world, 'b3', other(requestId(new Uint8Array(8)))),
    ];
    expect(replies).toEqual([expect.stringContaining('reply-correct-which'), replies[0]]);
  });

  it('is explained by whoever was asked why they put their own answer right', async () => {
    const world = await begin();
    const { id, next } = await answered(world, '1', 'road');
    await world.record(id, { action: 'stage', round: 1 });
    expect(next).toBeDefined();
    const record = await load(world, id);
    const refused = { at: world.at, type: 'refused', by: 'a1', note: 'not ours' } as const;
    await world.services.requests.save({
      ...record,
      ...CLOSED,
      owner: 'b1',
      asks: [],
      closedAt: world.at,
      timeline: [...record.timeline, refused],
    });
    expect(await text(world, 'a1', `改 ${showRequestId(id)} 结果 办好了`)).toContain('reply-corrected-why');
    expect(await text(world, 'a1', '看错了')).toContain('reply-correct-explained');
    const [corrected] = entriesOf(await load(world, id), 'corrected');
    expect(corrected).toMatchObject({ by: 'a1', what: 'outcome', note: '看错了' });
  });

  it('of the duty desk, or of whoever answered for it, reaches whoever has it now', async () => {
    const world = await begin();
    const { id } = await answered(world, '2 not ours', 'road');
    for (const staff of ['d1', 'a1'])
      expect(await text(world, staff, `刚才回错了，${showRequestId(id)} 办好了`)).not.toContain('which');
  });
});
