import type { Staff, Town } from '../../domain/town/schema.js';
import { sampleTown } from '../towns/sample-town.js';
import { eachStory } from './each-story.js';
import { type Receipt, RESIDENT, TownStory } from './town-story.js';

/** No visits: nothing but what is handed over is texted. */
const story = eachStory({ change: (town) => ({ ...town, households: [] }) });

/** Whoever comes to the town's service; invented. */
const NEWCOMER = (language: Staff['language'], phone: string): Staff => ({
  id: 'newcomer',
  name: language === 'en' ? 'S. Rowan' : '示例新来',
  phone,
  duty: 'town-cadre',
  language,
});
const ZH = NEWCOMER('zh-CN', '+8619900009001');

/** The town once a newcomer has somebody's A post, who left its service. */
const replaced =
  (number: number, newcomer: Staff) =>
  (town: Town): Town => {
    const gone = town.grids.find((grid) => grid.number === number)?.posts.a;
    const grids = town.grids.map((grid) =>
      grid.number === number ? { ...grid, posts: { ...grid.posts, a: newcomer.id } } : grid,
    );
    const staff = [...town.staff.filter(({ id }) => id !== gone), newcomer];
    return { ...town, grids, staff, leave: town.leave.filter((leave) => leave.staff !== gone) };
  };

const last = (town: TownStory, staff: string): string => town.lastTextTo(town.phoneOf(staff));

describe('a post that somebody else has now', () => {
  const waiting: [
    state: string,
    category: string,
    before: (town: TownStory) => Promise<void>,
    answer: string,
    then: string,
  ][] = [
    ['to be taken', 'street-light', async () => undefined, '好的马上去', 'accepted'],
    [
      'to be done',
      'street-light',
      async (town) => town.reply('g52-a', '收到'),
      '1 换了灯泡，亮了',
      'awaiting_confirmation',
    ],
    ['to be applied for', 'cataract-surgery', async (town) => town.reply('g52-a', '1'), '1', 'coordinating'],
  ];

  it.each(waiting)(
    'brings what waits %s to whoever has it: one text, the same code, and the resident hears their name',
    async (_state, category, before, answer, then) => {
      const town = story();
      const receipt = await town.submit({ category });
      await before(town);
      const old = town.phoneOf('g52-a');
      const code = town.codeFor(old);
      await town.change(replaced(52, ZH));
      await town.advance('PT30M');
      expect(town.textsTo(ZH.phone)).toHaveLength(1);
      expect(last(town, 'newcomer')).toContain(code);
      expect(await town.view(receipt)).toMatchObject({ owner: '示例新来' });

      await town.text(old, `${code} ${answer}`);
      expect(town.lastTextTo(old)).toMatch(/已由示例新来接办.*[^+\d]19900009001/);
      await town.text(ZH.phone, `${code} ${answer}`);
      expect((await town.view(receipt)).status).toBe(then);
      expect(last(town, 'newcomer')).not.toContain('没有编码');
    },
  );

  it('keeps what somebody owns whose resident is asked, and brings it back to the newcomer where they are not satisfied', async () => {
    const town = story();
    await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 修好了');
    await town.change(replaced(52, ZH));
    await town.advance('PT30M');
    expect(last(town, 'newcomer')).toMatch(/已离岗，以下1件由您负责.*朱口/s);
    await town.text(ZH.phone, '清单');
    expect(last(town, 'newcomer')).toContain('您名下在办1件');
    await town.replyAsResident('还是不亮');
    expect(town.textsTo(RESIDENT.phone).join('\n')).toContain('由示例新来（19900009001）负责到底');
    expect(last(town, 'newcomer')).toContain('编码');
  });

  it('is told at once where the console changes it, and what the predecessor did stays under their name', async () => {
    const town = await TownStory.begin({ console: true });
    try {
      const receipt = await town.submit();
      await town.reply('g52-a', '1');
      const name = town.nameOf('g52-a');
      const code = town.codeFor(town.phoneOf('g52-a'));
      const version = async (): Promise<number> =>
        ((await (await town.admin('administrator', '/admin/town')).json()) as { version: number }).version;
      const { b, c } = town.town.grids.find(({ number }) => number === 52)?.posts ?? { b: '', c: '' };
      const changes = [
        { section: 'staff', key: ZH.id, entry: ZH },
        { section: 'posts', key: '52', entry: { grid: 52, a: ZH.id, b, c } },
      ];
      const edit = { version: await version(), changes };
      expect((await town.admin('administrator', '/admin/town/changes', 'POST', edit)).status).toBe(200);
      expect(town.lastTextTo(ZH.phone)).toContain(code);
      await town.text(ZH.phone, '1 修好了');
      const view = await town.view(receipt);
      expect(view).toMatchObject({ owner: '示例新来', status: 'awaiting_confirmation' });
      expect(view.timeline.find(({ type }) => type === 'accepted')?.text).toContain(name);
      const { items } = (await (await town.admin('administrator', '/admin/requests')).json()) as {
        items: { ownerName: string }[];
      };
      expect(items.map(({ ownerName }) => ownerName)).toEqual(['示例新来']);
    } finally {
      await town.end();
    }
  });

  it('of a department goes to its other contacts where nobody follows', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'cataract-surgery' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1');
    const old = town.phoneOf('red-cross-1');
    const code = town.codeFor(old);
    const contacts =
      town.town.departments.find(({ contacts: all }) => all.includes('red-cross-1'))?.contacts ?? [];
    await town.change((before) => ({
      ...before,
      staff: before.staff.filter(({ id }) => id !== 'red-cross-1'),
      departments: before.departments.map((one) => ({
        ...one,
        contacts:
          one.contacts.length > 1
            ? one.contacts.filter((id) => id !== 'red-cross-1')
            : one.contacts.map((id) => (id === 'red-cross-1' ? 'duty-desk-1' : id)),
      })),
    }));
    await town.advance('PT30M');
    const next = contacts.find((id) => id !== 'red-cross-1') ?? 'duty-desk-1';
    expect(last(town, next)).toContain(code);
    await town.text(town.phoneOf(next), `${code} 同意`);
    expect((await town.view(receipt)).timeline.filter(({ type }) => type === 'step-done')).toHaveLength(2);
    await town.text(old, '同意，材料齐了');
    expect(town.lastTextTo(old)).not.toContain('已登记，编号');
  });
});

describe('leave that begins while something is open', () => {
  it('by text gives the B post the same code at once; whoever answers first counts', async () => {
    const town = story();
    const receipt = await town.submit();
    const code = town.codeFor(town.phoneOf('g52-a'));
    await town.text(town.phoneOf('g52-a'), '休假 8/24-8/26');
    expect(last(town, 'g52-b')).toMatch(new RegExp(`休假，1件请您代办.*${code}`, 's'));
    await town.text(town.phoneOf('g52-b'), '待办');
    expect(last(town, 'g52-b')).toContain(code);
    await town.text(town.phoneOf('g52-b'), '我去看看，收到');
    expect((await town.view(receipt)).status).toBe('accepted');
    await town.text(town.phoneOf('g52-a'), `${code} 收到`);
    expect(last(town, 'g52-a')).toContain('已有答复');
    // What follows is the B post's.
    expect(town.asksTo('g52-b', receipt).at(-1)).toContain('请办理');
    expect((await town.view(receipt)).owner).toBe(town.nameOf('g52-a'));
  });

  it('counts the answer of whoever is away, where it comes first', async () => {
    const town = story();
    const receipt = await town.submit();
    const code = town.codeFor(town.phoneOf('g52-a'));
    await town.text(town.phoneOf('g52-a'), '休假 8/24');
    await town.text(town.phoneOf('g52-a'), '1');
    expect((await town.view(receipt)).status).toBe('accepted');
    await town.text(town.phoneOf('g52-b'), `${code} 1`);
    expect(last(town, 'g52-b')).toContain('已有答复');
  });

  it('that was planned begins with its day, and gives back at its end what is still open', async () => {
    const town = story();
    await town.submit({ category: 'cataract-surgery' });
    await town.reply('g52-a', '1');
    const code = town.codeFor(town.phoneOf('g52-a'));
    await town.text(town.phoneOf('g52-a'), '休假 8/25');
    expect(town.textsTo(town.phoneOf('g52-b'))).toEqual([]);
    // In the night nobody is woken for it.
    await town.advance('PT23H');
    expect(town.textsTo(town.phoneOf('g52-b'))).toHaveLength(1);
    expect(last(town, 'g52-b')).toContain(code);
    await town.advance('PT24H');
    expect(last(town, 'g52-a')).toMatch(new RegExp(`休假结束，还有1件等您答复.*${code}`, 's'));
    await town.text(town.phoneOf('g52-b'), `${code} 1`);
    expect(last(town, 'g52-b')).toContain(`已由${town.nameOf('g52-a')}接办`);
    await town.text(town.phoneOf('g52-a'), `表 ${code} 1=72 2=是 3=左`);
    expect(last(town, 'g52-a')).toContain('已记录');
  });
});

describe('in English', () => {
  it('a post that changes hands, and leave, are told and answered alike', async () => {
    const sanhehu = await TownStory.begin({ at: Date.parse('2026-08-24T16:45:00+08:00') });
    try {
      const town = await sanhehu.beside(sampleTown('elmford'));
      const neighbour = '+353209120001';
      const lamp = { name: 'Sample Resident', phone: neighbour, village: 'town-centre', group: 1 };
      const receipt: Receipt = await town.submit({
        ...lamp,
        description: 'Sample: the lamp at the gate is out',
      });
      const old = town.phoneOf('e01-a');
      const code = town.codeFor(old);
      const rowan = NEWCOMER('en', '+353209109001');
      await town.change(replaced(1, rowan));
      await town.advance('PT30M');
      expect(town.lastTextTo(rowan.phone)).toMatch(
        new RegExp(`H. Marsh has left. Now yours \\(1\\): ${code}`, 's'),
      );
      await town.text(old, `${code} on my way`);
      expect(town.lastTextTo(old)).toContain('is now with S. Rowan');
      await town.text(rowan.phone, 'leave 8/24');
      expect(last(town, 'e01-b')).toContain(code);
      await town.text(town.phoneOf('e01-b'), `${code} take`);
      expect(await town.view(receipt)).toMatchObject({ owner: 'S. Rowan', status: 'accepted' });
      await town.text(rowan.phone, 'mine');
      expect(town.lastTextTo(rowan.phone)).toContain('requests you own: 1');
    } finally {
      await sanhehu.end();
    }
  });
});
