import type { Allowance } from '../../domain/town/allowance.js';
import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type Receipt, type TownStory } from './town-story.js';

/** Just in time to be due the same day, at 17:30. */
const BEFORE_FOUR = Date.parse('2026-08-24T15:50:00+08:00');

/** What a department does is due so much later, and a supervision order in two hours, to be short. */
const settledWithin =
  (settleWithin: Allowance) =>
  (sample: Town): Town => {
    const { paths, tasks } = sample.settings;
    const coordinated = { ...paths.coordinated, settleWithin };
    const programme = { ...paths.programme, settleWithin };
    const settings = {
      ...sample.settings,
      paths: { ...paths, coordinated, programme },
      tasks: { ...tasks, supervision: { workingHours: 2 } },
    };
    return { ...sample, settings };
  };

const told = (town: TownStory, staff: string, words: string): string[] =>
  town.textsTo(town.phoneOf(staff)).filter((text) => text.includes(words));
const cards = async (town: TownStory, receipt: Receipt): Promise<string[]> =>
  (await town.view(receipt)).timeline.flatMap(({ type, text }) => (type.endsWith('-card') ? [text] : []));

describe('a yellow card', () => {
  const story = eachStory({ at: BEFORE_FOUR, change: settledWithin({ workingDays: 2 }) });

  it('warns whoever handles it one working day before the deadline, once, and the resident sees it', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'water-leak', description: '示例：路口漏水' });
    await town.reply('g52-a', '1');
    // Tuesday; it is due on Wednesday at 17:30.
    await town.advance('PT17H');
    expect(told(town, 'water-company-1', '黄牌')).toEqual([expect.stringContaining('8月26日17:30到期')]);
    expect(told(town, 'g52-a', '黄牌')).toEqual([]);
    expect(await cards(town, receipt)).toEqual([
      `黄牌：8月26日 17:30到期，已提醒${town.nameOf('water-company-1')}`,
    ]);
  });

  it('is not given while the resident owes documents; the deadline moves on', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'temporary-aid', description: '示例：家中遭灾' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '6 1');
    await town.advance('PT17H');
    expect(await cards(town, receipt)).toEqual([]);
    expect((await town.view(receipt)).pausedSince).toBeDefined();
  });
});

describe('a red card', () => {
  const today = { endOfWorkingDay: { cutOff: '16:00' } };
  const story = eachStory({ at: BEFORE_FOUR, change: settledWithin(today) });

  async function overdue(town: TownStory): Promise<Receipt> {
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    return receipt;
  }

  it('goes to the head on the first overdue day as a supervision order, once, and the resident sees it', async () => {
    const town = story();
    const receipt = await overdue(town);
    // Due on Monday at 17:30.
    await town.advance('PT16H');
    expect(told(town, 'g52-a', '【督办】')).toEqual([]);
    await town.advance('PT1H');
    const [order, ...others] = told(town, 'g52-a', '【督办】');
    expect(others).toEqual([]);
    expect(order).toContain(`责任人${town.nameOf('g52-a')}`);
    expect(order).not.toContain(RESIDENT.name);
    // Where, whom to call and in whose words: whoever must act needs no second look.
    expect(order).toMatch(/：朱口村5组，\d+：“示例：门口路灯不亮”/);
    expect(await cards(town, receipt)).toEqual([
      `红牌：已过8月24日 17:30的期限，已请${town.nameOf('g52-a')}督办`,
    ]);
    await town.reply('g52-a', '1 配件缺货，明天上午换好');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('已记录');
    await town.advance('P1D');
    expect(told(town, 'g52-a', '【督办】')).toHaveLength(1);
    expect(await cards(town, receipt)).toHaveLength(1);
  });

  it('names the department that is late, to the head of the grid', async () => {
    const town = story();
    await town.submit({ category: 'water-leak', description: '示例：路口漏水' });
    await town.reply('g52-a', '1');
    await town.advance('PT17H');
    expect(told(town, 'g52-a', '【督办】')).toEqual([expect.stringContaining('责任人供水公司')]);
  });

  it('that nobody answers goes to the next in line, and the duty leader is told', async () => {
    const town = story();
    await overdue(town);
    await town.advance('PT20H');
    expect(told(town, 'g52-b', '【督办】')).toHaveLength(1);
    expect(told(town, 'duty-leader-1', `责任人${town.nameOf('g52-a')}`).length).toBeGreaterThan(0);
  });

  it('is given once though giving it was broken off, and though the cards came late', async () => {
    const town = story();
    const receipt = await overdue(town);
    const error = 'ServiceUnavailable';
    const execution = 'sanhehu-2026-08-25';
    // More often than the SDK tries by itself, so that the function fails when the order is stored and not begun.
    await town.fault({ service: 'states', action: 'StartExecution', error, execution, times: 3 });
    await town.fault({ function: 'GiveCards', error: 'Broken', times: 8 });
    await town.advance('PT20H');
    expect(told(town, 'g52-a', '【督办】')).toHaveLength(1);
    expect(await cards(town, receipt)).toHaveLength(1);
    expect(told(town, 'duty-desk-1', '黄牌红牌未能发出')).toHaveLength(1);
  });
});
