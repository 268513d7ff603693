import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

const story = eachStory();

const LEADER = 'town-leader-1';
const VISITOR = '+8619911110003';

const say = (town: TownStory, staff: string, words: string, id?: string): Promise<void> => {
  town.typed.add(words.replace(/^\S+ /, ''));
  return town.text(town.phoneOf(staff), words, id);
};
const told = (town: TownStory, staff: string): string[] => town.textsTo(town.phoneOf(staff));

async function figures(town: TownStory): Promise<{ people: number; received: number }> {
  const response = await town.http('/statistics?from=2026-08-01&to=2026-12-31');
  return ((await response.json()) as { total: { people: number; received: number } }).total;
}

interface Listed {
  readonly days: readonly { date: string; place: string; person?: string; off?: string }[];
}
async function calendar(town: TownStory, query: string): Promise<Listed['days']> {
  const response = await town.http(`/reception-days${query}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as Listed).days;
}

describe('the places of the town', () => {
  it('are listed for everybody: the agency centre, the workstations, the offices, with when they are open', async () => {
    const response = await story().http('/places');
    const { places } = (await response.json()) as { places: { id: string; kind: string; hours: object[] }[] };
    expect(new Set(places.map(({ kind }) => kind))).toEqual(
      new Set(['agency-centre', 'mass-workstation', 'office']),
    );
    expect(places[0]).toMatchObject({
      id: 'agency-centre',
      address: { 'zh-CN': expect.stringContaining('示例'), en: expect.stringContaining('Sample') },
      phone: expect.stringMatching(/^\+/),
    });
    expect(places.every(({ hours }) => hours.length > 0)).toBe(true);
  });
});

describe('the fixed reception days', () => {
  it('are listed by date with who receives; who is on leave is stood in for, and a holiday says so', async () => {
    const town = story();
    const [today] = await calendar(town, '');
    expect(today).toEqual({
      date: '2026-08-24',
      from: '09:00',
      to: '11:30',
      place: 'agency-centre',
      person: town.nameOf(LEADER),
    });
    await town.text(town.phoneOf(LEADER), '休假 8/31');
    const [next] = await calendar(town, '?from=2026-08-31&to=2026-08-31');
    expect(next?.person).toBe(town.nameOf('town-leader-2'));
    const nationalDay = await calendar(town, '?from=2026-10-01&to=2026-10-01');
    expect(nationalDay.map(({ off }) => off)).toEqual(['holiday', 'holiday']);
  });

  it('of a span that is too long, too far or the wrong way round are refused', async () => {
    const town = story();
    const refused = [
      '?from=2026-08-24&to=2026-08-23',
      '?from=2026-08-24&to=2026-12-24',
      '?from=2030-01-01',
      '?from=soon',
    ];
    for (const query of refused)
      expect([query, (await town.http(`/reception-days${query}`)).status]).toEqual([query, 400]);
  });
});

describe('people who come in person', () => {
  it('more than can be at once are asked about; one digit confirms', async () => {
    const town = story();
    await say(town, LEADER, '接待 两百人 已答复 示例：咨询医保');
    expect(told(town, LEADER).at(-1)).toMatch(/200人.*还没记/);
    expect((await figures(town)).people).toBe(0);
    await town.text(town.phoneOf(LEADER), '1');
    expect((await figures(town)).people).toBe(200);
  });

  it('and are answered on the spot count as received, once however often the text is delivered', async () => {
    const town = story();
    await say(town, LEADER, '接待 3人 已答复 示例：咨询医保', 'same');
    await say(town, LEADER, '接待 3人 已答复 示例：咨询医保', 'same');
    expect(told(town, LEADER)).toEqual([expect.stringContaining('已登记接待3人，当场答复')]);
    expect(await figures(town)).toMatchObject({ people: 3, received: 0 });
  });

  it('with something to handle make a request, whose first-asked owner is who received them', async () => {
    const town = story();
    await say(town, LEADER, `接待 2人 ${VISITOR} 朱口村1组 示例路灯不亮`);
    town.typed.add(VISITOR);
    expect(told(town, LEADER).some((text) => /已登记接待2人.*诉求.{9}，您是首问责任人/.test(text))).toBe(
      true,
    );
    expect(town.lastTextTo(VISITOR)).toContain(town.nameOf(LEADER));
    // Who received them passes it on, and still owns it.
    await town.reply(LEADER, '4 52');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 示例已换灯泡');
    await town.replyAsResident('2 示例还是不亮', VISITOR);
    expect(town.lastTextTo(town.phoneOf(LEADER))).toContain('1收到');
    expect(await figures(town)).toMatchObject({ people: 2, received: 1 });
  });

  it('with a matter that no rule can place: the duty desk does, and the owner stays who received them', async () => {
    const town = story();
    await say(town, LEADER, `接待 张某 ${VISITOR} 示例邻居占道`);
    town.typed.add(VISITOR);
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('请派单');
    await town.reply('duty-desk-1', '1 52');
    expect(town.lastTextTo(VISITOR)).toContain(town.nameOf(LEADER));
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('编码');
  });

  it('are logged in words that can be read, in either language, by the staff only', async () => {
    const town = story();
    await say(town, LEADER, '接待 路灯');
    expect(told(town, LEADER).at(-1)).toContain('接待未识别');
    await say(town, LEADER, 'reception 1 answered asked about insurance');
    expect(told(town, LEADER).at(-1)).toContain('1人');
    await town.text(VISITOR, '接待室门口路灯不亮');
    expect(town.lastTextTo(VISITOR)).toMatch(/已收到.*编号/);
    expect(await figures(town)).toMatchObject({ people: 1, received: 1 });
  });
});
