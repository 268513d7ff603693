import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

interface Counts {
  readonly reported: number;
  readonly handled: number;
  readonly closed: number;
  readonly carriedOver: number;
  readonly overdue: number;
  readonly waiting: Readonly<Record<string, number>>;
}
interface Bulletin {
  readonly date: string;
  readonly total: Counts;
  readonly grids: readonly (Counts & { readonly grid: number; readonly name?: { readonly en: string } })[];
}

async function bulletin(town: TownStory, query = ''): Promise<Bulletin> {
  const response = await town.http(`/bulletin${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Bulletin;
}

/** One that is done and liked, one that waits for a department, one that nobody has taken up. */
async function aDaysWork(town: TownStory): Promise<void> {
  await town.submit();
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 已换灯泡');
  await town.replyAsResident('1');
  await town.submit({ category: 'water-leak', description: '示例：路口漏水' });
  await town.reply('g52-a', '1');
  await town.submit({ description: '示例：河边路灯不亮', group: town.groupOf(51) });
}

describe('the daily close', () => {
  const story = eachStory();

  it('publishes at 17:30 what every grid reported, handled, closed and carries over, with the reason', async () => {
    const town = story();
    await aDaysWork(town);
    await town.advance('PT8H');
    expect((await town.http('/bulletin')).status).toBe(404);
    await town.advance('PT1H');
    const { date, total, grids } = await bulletin(town);
    expect(date).toBe('2026-08-24');
    expect(total).toEqual({
      reported: 3,
      handled: 1,
      closed: 1,
      carriedOver: 2,
      overdue: 1,
      waiting: { department: 1, acceptance: 1 },
    });
    expect(grids.map(({ grid, reported, overdue }) => [grid, reported, overdue])).toEqual([
      [51, 1, 1],
      [52, 2, 0],
    ]);
    expect(grids[1]?.name?.en).toBe(town.town.grids[51]?.name.en);
  });

  it('names nobody and no request', async () => {
    const town = story();
    const { id } = await town.submit();
    await town.advance('PT9H');
    const text = await (await town.http('/bulletin')).text();
    for (const said of [id, 'g52-a', town.nameOf('g52-a'), ...town.typed]) expect(text).not.toContain(said);
  });

  it('waits for the resident without being late while documents are owed', async () => {
    const town = story();
    await town.submit({ category: 'temporary-aid', description: '示例：家中遭灾' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '4 1');
    await town.advance('PT9H');
    expect((await bulletin(town)).total).toMatchObject({ overdue: 0, waiting: { documents: 1 } });
  });

  it('counts the day as it was when the close comes late, and is held all the same', async () => {
    const town = story();
    await aDaysWork(town);
    await town.fault({ function: 'CloseDay', error: 'Broken', times: 8 });
    await town.advance('PT8H35M');
    await town.submit({ description: '示例：晚上来的' });
    await town.advance('PT2H');
    expect(await bulletin(town)).toMatchObject({ total: { reported: 3, carriedOver: 2 } });
    const told = town.textsTo(town.phoneOf('duty-desk-1')).filter((text) => text.includes('日结未能完成'));
    expect(told).toHaveLength(1);
  });
});

describe('the daily close of a Friday', () => {
  const story = eachStory({ at: Date.parse('2026-08-28T09:00:00+08:00') });

  it('takes what comes in after it, and over a weekend, into the next day', async () => {
    const town = story();
    await town.advance('PT9H');
    expect(await bulletin(town)).toMatchObject({ date: '2026-08-28', total: { reported: 0 } });
    await town.submit();
    await town.advance('P2D');
    expect(await bulletin(town)).toMatchObject({ date: '2026-08-28', total: { reported: 0 } });
    await town.submit({ description: '示例：另一盏路灯' });
    await town.advance('P1D');
    expect(await bulletin(town)).toMatchObject({
      date: '2026-08-31',
      total: { reported: 2, carriedOver: 2 },
    });
    expect(await bulletin(town, '?date=2026-08-28')).toMatchObject({ total: { carriedOver: 0 } });
  });
});
