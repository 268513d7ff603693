import type { Role } from '../../domain/access/permissions.js';
import type { BillAnswer, TextAnswer, TextsAnswer } from '../../contracts/console/texts.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

const story = eachStory({ console: true });

async function seen<Answer>(town: TownStory, path: string, role: Role = 'leader'): Promise<Answer> {
  const response = await town.admin(role, path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

/** A request that is accepted and done with, in three texts received. */
async function done(town: TownStory): Promise<string> {
  const { id } = await town.submit();
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 示例：换了灯泡');
  await town.replyAsResident('1');
  return id;
}

describe('the log of texts', () => {
  it('shows both ways what was texted, the latest first, with numbers and words masked', async () => {
    const town = story();
    const id = await done(town);
    const { items } = await seen<TextsAnswer>(town, '/admin/texts');
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const received = items.filter(({ direction }) => direction === 'in');
    expect(received.map(({ body }) => body).toSorted()).toEqual(['1', '1', '1 …']);
    expect(received.every(({ request }) => request === id)).toBe(true);
    expect(items).toContainEqual(
      expect.objectContaining({ direction: 'out', key: 'receipt', state: 'sent', request: id }),
    );
    const words = JSON.stringify(items);
    for (const personal of [RESIDENT.name, RESIDENT.phone.slice(3), '换了灯泡', '门口路灯'])
      expect(words).not.toContain(personal);
    expect(items).toContainEqual(
      expect.objectContaining({ staff: 'g52-a', staffName: town.nameOf('g52-a') }),
    );
  });

  it('is filtered by direction and day, and paged', async () => {
    const town = story();
    await done(town);
    const all = await seen<TextsAnswer>(town, '/admin/texts?direction=out');
    const first = await seen<TextsAnswer>(town, '/admin/texts?direction=out&limit=2');
    const rest = await seen<TextsAnswer>(town, `/admin/texts?direction=out&cursor=${first.cursor}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(await seen<TextsAnswer>(town, '/admin/texts?from=2026-08-20&to=2026-08-23')).toEqual({
      items: [],
    });
  });

  it('of a request holds what was texted about it and nothing else', async () => {
    const town = story();
    const id = await done(town);
    await town.submit({ phone: '+8619911110002', description: '示例：另一盏' });
    const { items } = await seen<TextsAnswer>(town, `/admin/requests/${id}/texts`);
    expect(new Set(items.map(({ request }) => request))).toEqual(new Set([id]));
    expect(new Set(items.map(({ direction }) => direction))).toEqual(new Set(['in', 'out']));
  });

  it.each([
    ['reports', '+8619911110009', '示例：朱口村路灯坏了'],
    ['reports for somebody else', 'g52-a', '代报 示例：朱口村路灯坏了'],
    ['logs who came with', 'duty-desk-1', '接待 1人 示例：咨询医保'],
    ['finds on a visit', 'g52-a', '走访 1 2人 问题 示例：路灯不亮'],
  ])('of a request that somebody %s by text holds that text and the answer to it', async (_, who, words) => {
    const town = story();
    const phone = who.startsWith('+') ? who : town.phoneOf(who);
    town.typed.add(words);
    await town.text(phone, words);
    const { items: requests } = await seen<{ items: { id: string }[] }>(town, '/admin/requests');
    const { items } = await seen<TextsAnswer>(town, `/admin/requests/${requests[0]?.id}/texts`);
    const [opened, ...more] = items.filter(({ direction }) => direction === 'in');
    expect(more).toEqual([]);
    expect((await seen<TextAnswer>(town, `/admin/texts/${opened?.id}`, 'duty-desk')).body).toBe(words);
    expect(items.map(({ key }) => key)).toContainEqual(
      expect.stringMatching(/^(?:reply-|receipt|ask-clarify-)/),
    );
  });

  it.each([
    ['taken back', '撤回', 'reply-withdrawn'],
    ['to be told of no more', '停发', 'reply-muted'],
  ])('of a request that is %s by text holds that text and the answer to it', async (_, words, reply) => {
    const town = story();
    const { id } = await town.submit();
    await town.text(RESIDENT.phone, words);
    const { items } = await seen<TextsAnswer>(town, `/admin/requests/${id}/texts`);
    expect(items.filter(({ direction }) => direction === 'in')).toHaveLength(1);
    expect(items.map(({ key }) => key)).toContain(reply);
  });

  it('of an application by text holds what was filled in, rightly or wrongly', async () => {
    const town = story();
    const { id } = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.reply('g52-a', '1');
    const head = town.phoneOf('g52-a');
    for (const words of ['表', '表 1=示例', '表 1=72 2=是 3=左眼']) await town.text(head, words);
    const { items } = await seen<TextsAnswer>(town, `/admin/requests/${id}/texts`);
    expect(items.filter(({ direction }) => direction === 'in')).toHaveLength(4);
  });

  it('gives one text as it was to whoever may see people’s words', async () => {
    const town = story();
    await done(town);
    const { items } = await seen<TextsAnswer>(town, '/admin/texts?direction=in');
    const told = items.find(({ body }) => body === '1 …');
    const text = await seen<TextAnswer>(town, `/admin/texts/${told?.id}`, 'duty-desk');
    expect(text.body).toContain('示例：换了灯泡');
    expect(text.number).toBe(town.phoneOf('g52-a'));
    expect((await town.admin('inspector', `/admin/texts/${told?.id}`)).status).toBe(403);
    expect((await town.admin('inspector', '/admin/texts')).status).toBe(403);
    for (const none of ['out.none', 'none', 'in.'])
      expect((await town.admin('leader', `/admin/texts/${none}`)).status).toBe(404);
  });

  it('of one town is not seen from another', async () => {
    const town = story();
    const elmford = await town.beside(sampleTown('elmford'));
    const id = await done(town);
    const { items } = await seen<TextsAnswer>(town, '/admin/texts');
    expect(await seen<TextsAnswer>(elmford, '/admin/texts')).toEqual({ items: [] });
    expect(await seen<TextsAnswer>(elmford, `/admin/requests/${id}/texts`)).toEqual({ items: [] });
    expect((await elmford.admin('leader', `/admin/texts/${items[0]?.id}`)).status).toBe(404);
    expect((await elmford.admin('leader', `/admin/requests/${id}/bill`)).status).toBe(404);
  });
});

describe('the bill of a request', () => {
  it('counts its transitions and the parts of its texts, and prices them', async () => {
    const town = story();
    const id = await done(town);
    const bill = await seen<BillAnswer>(town, `/admin/requests/${id}/bill`);
    const { items } = await seen<TextsAnswer>(town, `/admin/requests/${id}/texts`);
    const parts = items.reduce((sum, text) => sum + (text.direction === 'out' ? text.parts : 0), 0);
    const count = (what: string) => bill.lines.find((line) => line.what === what)?.count;
    const [execution] = (await town.executions()).filter(({ name }) => name === id);
    expect(count('transitions')).toBe(execution?.states.length);
    expect(count('texts-out')).toBe(parts);
    expect(count('texts-in')).toBe(3);
    expect(bill).toMatchObject({ currency: 'USD', complete: true });
    expect(bill.total).toBeCloseTo(
      bill.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      12,
    );
    expect((await town.admin('duty-desk', `/admin/requests/${id}/bill`)).status).toBe(403);
  });

  it('counts the transitions that the local cloud meters', async () => {
    const town = story();
    const id = await done(town);
    const { lines } = await seen<BillAnswer>(town, `/admin/requests/${id}/bill`);
    const arn = `${town.output('RequestStateMachineArn').replace(':stateMachine:', ':execution:')}:${id}`;
    const metered = await fetch(`${town.cloud.endpoint}/_local/meters?execution=${encodeURIComponent(arn)}`);
    const { transitions } = (await metered.json()) as { transitions: number };
    expect(lines.find(({ what }) => what === 'transitions')?.count).toBe(transitions);
  });
});
