import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import { type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

/** Just in time to be due the same day, at 17:30, when the town closes it. */
const BEFORE_FOUR = Date.parse('2026-08-24T15:50:00+08:00');

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
  const story = eachStory({ at: BEFORE_FOUR });

  it('publishes at 17:30 what every grid reported, handled, closed and carries over, with the reason', async () => {
    const town = story();
    await aDaysWork(town);
    await town.advance('PT90M');
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
    await town.advance('PT2H');
    const text = await (await town.http('/bulletin')).text();
    for (const said of [id, 'g52-a', town.nameOf('g52-a'), ...town.typed]) expect(text).not.toContain(said);
  });

  it('waits for the resident without being late while documents are owed', async () => {
    const town = story();
    await town.submit({ category: 'temporary-aid', description: '示例：家中遭灾' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '6 1');
    await town.advance('PT2H');
    expect((await bulletin(town)).total).toMatchObject({ overdue: 0, waiting: { documents: 1 } });
  });

  it('counts the day as it was when the close comes late, and is held all the same', async () => {
    const town = story();
    await aDaysWork(town);
    await town.fault({ function: 'CloseDay', error: 'Broken', times: 8 });
    await town.advance('PT1H45M');
    await town.submit({ description: '示例：晚上来的' });
    await town.advance('PT90M');
    expect(await bulletin(town)).toMatchObject({ total: { reported: 3, carriedOver: 2 } });
    const told = town.textsTo(town.phoneOf('duty-desk-1')).filter((text) => text.includes('日结未能完成'));
    expect(told).toHaveLength(1);
  });
});

describe('the daily close of the day after', () => {
  const story = eachStory({ at: Date.parse('2026-08-24T17:15:00+08:00') });

  it('takes what came in after the last one', async () => {
    const town = story();
    await town.advance('PT30M');
    await town.submit();
    expect(await bulletin(town)).toMatchObject({ date: '2026-08-24', total: { reported: 0 } });
    await town.advance('P1D');
    expect(await bulletin(town)).toMatchObject({
      date: '2026-08-25',
      total: { reported: 1, carriedOver: 1 },
    });
    expect(await bulletin(town, '?date=2026-08-24')).toMatchObject({ total: { carriedOver: 0 } });
  });
});

describe('what heads and leaders are told of a day', () => {
  const story = eachStory({ at: BEFORE_FOUR });
  const told = (town: TownStory, staff: string): string[] =>
    town.textsTo(town.phoneOf(staff)).filter((text) => text.includes('日结'));

  it('is one text each, with what is overdue in it: requests for heads, grids for leaders', async () => {
    const town = story();
    await aDaysWork(town);
    const { id } = await town.submit({ description: '示例：桥头路灯不亮', group: town.groupOf(51) });
    await town.advance('PT2H');
    expect(told(town, 'g52-a')).toEqual([
      expect.stringMatching(/日结：受理2、办理1、结案1、结转1（部门办1）。/),
    ]);
    expect(told(town, 'g51-a')).toEqual([
      expect.stringMatching(/日结：受理2办理0结案0结转2（待签收2）。逾期2件：.*，请督办/),
    ]);
    expect(told(town, 'g51-a')[0]).toContain(`${id.slice(0, 4)}-${id.slice(4)}`);
    for (const leader of ['duty-leader-1', 'town-leader-1'])
      expect(told(town, leader)).toEqual([
        expect.stringMatching(/三河湖镇日结：受理4办理1结案1结转3（.*）。逾期2件：51号2，请督办/),
      ]);
  });

  it('reaches who supervises the village, and nobody where nothing happened', async () => {
    const town = story();
    await aDaysWork(town);
    await town.advance('PT2H');
    const { supervisors, grids } = town.town;
    const village = grids.find(({ number }) => number === 52)?.village;
    const theirs = supervisors.filter((one) => one.village === village).map(({ staff }) => staff);
    expect(theirs.map((staff) => told(town, staff).length)).toEqual(theirs.map(() => 1));
    const everybody = town.cloud.sms.sent().filter(({ body }) => body.includes('日结'));
    // Two heads, two leaders, and those.
    expect(everybody).toHaveLength(2 + 2 + theirs.length);
  });

  it('goes to whoever stands in while the head is on leave', async () => {
    const town = story();
    await town.submit();
    await town.text(town.phoneOf('g52-a'), '休假 8/24-8/26');
    await town.advance('PT2H');
    expect(told(town, 'g52-a')).toEqual([]);
    expect(told(town, 'g52-b')).toHaveLength(1);
  });

  it('is not repeated by a day on which nothing happened and nothing is late', async () => {
    const town = story();
    await town.submit({ category: 'water-leak', description: '示例：路口漏水' });
    await town.reply('g52-a', '1');
    await town.advance('P1DT2H');
    expect(told(town, 'g52-a')).toHaveLength(1);
    expect(await bulletin(town)).toMatchObject({ date: '2026-08-25', total: { carriedOver: 1 } });
  });

  it('is not texted twice when the step is tried again', async () => {
    const town = story();
    await aDaysWork(town);
    const error = 'InternalServerError';
    const execution = 'sanhehu-2026-08-24';
    // More often than the SDK tries by itself, so that the function fails and is called again.
    await town.fault({ service: 'dynamodb', action: 'PutItem', error, execution, times: 4 });
    await town.advance('PT2H');
    for (const staff of ['g52-a', 'g51-a', 'duty-leader-1', 'town-leader-1'])
      expect([staff, told(town, staff).length]).toEqual([staff, 1]);
  });
});

describe('the tracking service', () => {
  const nextDay = (sample: Town): Town => ({
    ...sample,
    programmes: sample.programmes.map((programme) => ({ ...programme, followUpDays: [1] })),
  });
  const story = eachStory({ at: BEFORE_FOUR, change: nextDay });
  const asked = (town: TownStory): string[] =>
    town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('请回访'));

  async function served(town: TownStory) {
    const receipt = await town.submit({ category: 'road-damage', description: '示例：路面坑洼' });
    await town.reply('g52-a', '1');
    await town.reply('construction-office-1', '1 已经勘查');
    await town.reply('construction-office-1', '1 已经修好');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied', followUps: ['2026-08-25'] });
    return receipt;
  }

  it('asks the grid team on its day, once, and the resident sees that it did', async () => {
    const town = story();
    const receipt = await served(town);
    await town.advance('PT2H');
    expect(asked(town)).toEqual([]);
    await town.advance('P1D');
    expect(asked(town)).toEqual([expect.stringContaining('道路维修')]);
    expect(await town.timeline(receipt)).toContain('follow-up-due');
    await town.reply('g52-a', '1');
    await town.advance('P1D');
    expect(asked(town)).toHaveLength(1);
  });

  it('asks once though its beginning was broken off', async () => {
    const town = story();
    await served(town);
    const error = 'ServiceUnavailable';
    const execution = 'sanhehu-2026-08-25';
    // More often than the SDK tries by itself, so that the function fails when the task is stored and not begun.
    await town.fault({ service: 'states', action: 'StartExecution', error, execution, times: 3 });
    await town.advance('P1DT2H');
    expect(asked(town)).toHaveLength(1);
  });
});

describe('two towns', () => {
  const story = eachStory({ at: Date.parse('2026-08-24T16:30:00+01:00') });

  it('close their days each at its own hour, in its own words', async () => {
    const sanhehu = story();
    const elmford = await sanhehu.beside(sampleTown('elmford'));
    await elmford.submit({
      phone: '+353209170001',
      village: 'town-centre',
      group: 1,
      category: 'street-light',
      description: 'Sample: the light is out',
      language: 'en',
    });
    await elmford.advance('PT45M');
    expect(await bulletin(elmford)).toMatchObject({ date: '2026-08-24', total: { reported: 1 } });
    expect((await sanhehu.http('/bulletin')).status).toBe(404);
    expect(elmford.textsTo(elmford.phoneOf('e01-a')).at(-1)).toMatch(
      /^Elmford: .* today: 1 in, 0 done, 0 closed, 1 open \(to take 1\)\.$/,
    );
  });
});
