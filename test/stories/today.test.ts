import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();
const NEIGHBOUR = '+8619911110002';

interface Today {
  readonly at: string;
  readonly date: string;
  readonly total: Record<'reported' | 'handled' | 'closed' | 'carriedOver' | 'overdue', number>;
  readonly grids: readonly { grid: number; done?: readonly { name: { en: string }; count: number }[] }[];
  readonly steps: readonly { step: string; open: number }[];
  readonly emergencies: readonly {
    since: string;
    answered: boolean;
    category?: { en: string };
    village?: { en: string };
  }[];
}

const today = async (town: TownStory): Promise<Today> => (await (await town.http('/today')).json()) as Today;
const openBySteps = ({ steps }: Today) => steps.map(({ step, open }) => `${step} ${open}`).join(', ');

describe('the day as it stands', () => {
  it('begins with nothing', async () => {
    const day = await today(story());
    expect(day).toMatchObject({ date: '2026-08-24', emergencies: [], grids: [], total: { reported: 0 } });
    expect(openBySteps(day)).toBe('intake 0, assignment 0, coordination 0, closure 0');
  });

  it('counts what is open by the four steps, and what was put right by kind and grid', async () => {
    const town = story();
    await town.submit();
    expect(openBySteps(await today(town))).toBe('intake 0, assignment 1, coordination 0, closure 0');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    const asked = await today(town);
    expect(openBySteps(asked)).toBe('intake 0, assignment 0, coordination 0, closure 1');
    expect(asked.total).toMatchObject({ reported: 1, handled: 1, closed: 0, carriedOver: 1 });
    expect(
      asked.grids.map(({ grid, done }) => [grid, done?.map(({ name, count }) => [name.en, count])]),
    ).toEqual([[52, [['Street light', 1]]]]);
    await town.replyAsResident('1');
    const closed = await today(town);
    expect(openBySteps(closed)).toBe('intake 0, assignment 0, coordination 0, closure 0');
    expect(closed.total).toMatchObject({ closed: 1, carriedOver: 0 });
  });

  it('begins anew at midnight, with what is open', async () => {
    const town = story();
    await town.submit();
    await town.advance('PT15H1M');
    const next = await today(town);
    expect(next.date).toBe('2026-08-25');
    expect(next.total).toMatchObject({ reported: 0, carriedOver: 1 });
  });

  it('shows an emergency until it is over, and whether somebody has taken it up', async () => {
    const town = story();
    await town.submit({ category: 'gas-leak', description: '示例：施工挖断燃气管道' });
    expect((await today(town)).emergencies).toEqual([
      {
        since: '2026-08-24T01:00:00.000Z',
        answered: false,
        category: expect.objectContaining({ en: 'Gas leak' }),
        village: expect.objectContaining({ en: 'Zhukou' }),
      },
    ]);
    await town.reply('gas-company-1', '1 已出发');
    expect((await today(town)).emergencies).toMatchObject([{ answered: true }]);
    await town.reply('g52-a', '1 已到现场疏散');
    await town.reply('gas-company-1', '1 已到现场');
    await town.reply('gas-company-1', '1 险情已排除');
    await town.reply('gas-company-1', '1 已恢复供气');
    expect((await today(town)).emergencies).toEqual([]);
  });

  it('counts an emergency in a home, and says neither what it is nor where', async () => {
    const town = story();
    await town.text(RESIDENT.phone, '示例：俺爹晕倒了，朱口村，快来人');
    const { emergencies } = await today(town);
    expect(emergencies.map(({ category, village }) => [category, village])).toEqual([[undefined, undefined]]);
  });

  it('counts no complaint about staff, and holds nothing that anybody typed', async () => {
    const town = story();
    await town.submit({ category: 'other', description: '我要举报我们网格员收钱不办事', confidential: true });
    await town.submit({ name: '示例居民乙', phone: NEIGHBOUR, description: '示例：俺家门口路灯不亮' });
    const text = await (await town.http('/today')).text();
    expect((JSON.parse(text) as Today).total).toMatchObject({ reported: 1, carriedOver: 1 });
    for (const typed of town.typed) expect(text).not.toContain(typed);
    for (const { name } of town.town.staff) expect(text).not.toContain(name);
  });

  it('is another in another town', async () => {
    const response = await story().http('/today?town=nowhere');
    expect(response.status).toBe(404);
  });
});
