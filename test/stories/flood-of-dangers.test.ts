import { eachStory } from './each-story.js';
import { ELSEWHERE, flood, FLOODER, NEIGHBOUR, numberOf, postFrom, smallCaps } from './crowded-town.js';
import type { TownStory } from './town-story.js';

const story = eachStory({ change: smallCaps, console: true });
const GROUP_OF_53 = 9;
const leak = { category: 'gas-leak', description: '示例：厨房燃气漏气' };

const emergencies = async (town: TownStory): Promise<number> =>
  (await town.executions()).filter(({ machine }) => machine.endsWith('resident-request')).length;

interface Floods {
  readonly items: {
    origin: string;
    kind: string;
    count: number;
    state: string;
    places: { place: string }[];
  }[];
}
const floods = async (town: TownStory): Promise<Floods['items']> =>
  ((await (await town.admin('duty-desk', '/admin/floods')).json()) as Floods).items;

describe('a flood of emergencies from one address', () => {
  it('is held together: the first go out whole, the rest are one notice, and a real one from elsewhere is handled in its minutes', async () => {
    const town = story();
    const desk = town.phoneOf('duty-desk-1');
    await flood(town, 20, () => leak);
    expect(await emergencies(town)).toBe(2);
    const notices = town.textsTo(desk).filter((body) => body.includes('同一来源'));
    expect(notices).toHaveLength(1);

    const real = await postFrom(town, ELSEWHERE, { ...leak, phone: NEIGHBOUR, group: GROUP_OF_53 });
    expect(real.status).toBe(202);
    expect(town.lastTextTo(town.phoneOf('g53-a'))).toContain('紧急');
    await town.reply('g53-a', '1 已出发');
    // The two that went out whole are sent again: they are known.
    await flood(town, 5, () => leak);
    await town.advance('PT30M');
    const told = town.textsTo(desk).filter((body) => body.includes('同一来源'));
    expect(told).toHaveLength(2);
    expect(told.at(-1)).toContain('21起');

    const [row, ...others] = await floods(town);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ kind: 'dangers', count: 21, state: 'open' });
    expect(JSON.stringify(row)).not.toContain(FLOODER);
    town.typed.add(FLOODER);
  });

  it('is heard, and says so: whoever reports is told that the desk knows, and whom to call', async () => {
    const town = story();
    await flood(town, 2, () => leak);
    const held = await postFrom(town, FLOODER, { ...leak, phone: NEIGHBOUR });
    expect(held.status).toBe(429);
    const words = JSON.stringify(await held.json());
    expect(words).toContain('值班室');
    expect(words).toContain('119');
  });

  it('goes out, an emergency for each place, once the desk releases it; held, even the first is only told', async () => {
    const town = story();
    await flood(town, 6, (n) => ({ ...leak, group: n % 2 === 0 ? town.groupOf(52) : GROUP_OF_53 }));
    const [row] = await floods(town);
    const origin = row?.origin ?? '';
    expect(row?.places).toHaveLength(2);
    expect((await town.admin('duty-desk', `/admin/floods/${origin}/release`, 'POST', {})).status).toBe(200);
    expect(await emergencies(town)).toBe(4);
    expect((await postFrom(town, FLOODER, { ...leak, phone: NEIGHBOUR })).status).toBe(202);

    expect((await town.admin('duty-desk', `/admin/floods/${origin}/hold`, 'POST', {})).status).toBe(200);
    await town.advance('P1D');
    expect((await postFrom(town, FLOODER, { ...leak, phone: NEIGHBOUR })).status).toBe(429);
    const other = { phone: NEIGHBOUR, category: 'street-light', description: '示例：路灯不亮' };
    expect((await postFrom(town, FLOODER, other)).status).toBe(429);
    expect((await postFrom(town, ELSEWHERE, other)).status).toBe(202);
  });

  it('keeps what was ticked while it is held: who it is about hears nothing, who handles it no name', async () => {
    const town = story();
    const ticked = { ...leak, group: GROUP_OF_53, confidential: true, anonymous: true };
    await flood(town, 3, (n) => (n < 2 ? leak : ticked));
    const [row] = await floods(town);
    await town.admin('duty-desk', `/admin/floods/${row?.origin}/release`, 'POST', {});
    await town.cloud.clock.settled();
    expect(town.textsTo(town.phoneOf('g53-a'))).toEqual([]);
    expect(town.lastTextTo(town.phoneOf('gas-company-1'))).toContain('居民（不具名）');
  });

  it('is read in the console by nobody whom a report of it is about, and its sender only by who may know them', async () => {
    const town = story();
    const accused = {
      ...leak,
      group: GROUP_OF_53,
      description: `示例：值班室${town.nameOf('duty-desk-1')}拧开了俺家煤气阀，漏气了`,
      confidential: true,
    };
    const unnamed = { ...leak, anonymous: true };
    await flood(town, 4, (n) => (n < 2 ? leak : n === 2 ? accused : unnamed));
    const [row] = await floods(town);
    const shown = async (role: 'administrator' | 'leader' | 'duty-desk'): Promise<string> =>
      (await town.admin(role, `/admin/floods/${row?.origin}`)).text();
    const [accuser, other] = [numberOf(2), numberOf(3)];
    const seen = await Promise.all((['administrator', 'leader', 'duty-desk'] as const).map(shown));
    expect(seen.map((text) => [text.includes(accuser), text.includes('拧开'), text.includes(other)])).toEqual(
      [
        [true, true, false],
        [true, true, false],
        [false, false, true],
      ],
    );
  });

  it('is held and released by a text of the desk, and of nobody else', async () => {
    const town = story();
    const desk = town.phoneOf('duty-desk-1');
    await flood(town, 4, () => leak);
    const origin = /A-[0-9A-Z]{8}/.exec(town.lastTextTo(desk))?.[0] ?? '';
    await town.text(town.phoneOf('g52-a'), `放行 ${origin}`);
    expect(await emergencies(town)).toBe(2);
    await town.text(desk, `拦截${origin}`);
    expect(town.lastTextTo(desk)).toContain(`已拦截${origin}`);
    await town.text(desk, `release ${origin.toLowerCase()}`);
    expect(town.lastTextTo(desk)).toContain('派出1起');
    expect(await emergencies(town)).toBe(3);
    await town.text(desk, '拦截 A-00000000');
    expect(town.lastTextTo(desk)).not.toContain('已拦截');
  });

  it('by text is held together in the same way, and the sender is told once more whom to call', async () => {
    const town = story();
    const sender = '+8619911110077';
    for (const place of ['朱口村1组', '大王庄村2组', '侯家园村3组', '韩家洼村1组', '马家店村2组'])
      await town.text(sender, `${place}着火了 救命`);
    expect(await emergencies(town)).toBeLessThanOrEqual(2);
    expect(town.lastTextTo(sender)).toContain('119');
    expect(town.textsTo(town.phoneOf('duty-desk-1')).some((body) => body.includes('同一来源'))).toBe(true);
  });
});
