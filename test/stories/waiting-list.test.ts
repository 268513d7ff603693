import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';

/** One cataract surgery a month; the next month begins tomorrow. */
const MONDAY_31_AUGUST = Date.parse('2026-08-31T09:00:00+08:00');
const onePlace = (town: Town): Town => ({
  ...town,
  programmes: town.programmes.map((programme) =>
    programme.places ? { ...programme, places: { ...programme.places, count: 1, per: 'month' } } : programme,
  ),
});
const story = eachStory({ at: MONDAY_31_AUGUST, change: onePlace });

/** Invented residents. */
const PHONES = ['+8619911110011', '+8619911110012', '+8619911110013'] as const;
const [FIRST, SECOND, THIRD] = PHONES;

/** Filed by the grid head, applied for and approved: only the date of the surgery is left to be found. */
async function approve(town: TownStory, phone: string): Promise<Receipt> {
  const receipt = await town.submit({
    name: '示例网格长',
    phone: town.phoneOf('g52-a'),
    category: 'cataract-surgery',
    description: '示例：老人视物模糊，需做手术',
    onBehalfOf: { name: '示例居民', phone },
  });
  await town.reply('g52-a', '1');
  await town.reply('red-cross-1', '1');
  await town.reply('disabled-federation-1', '1');
  return receipt;
}

const position = async (town: TownStory, receipt: Receipt): Promise<number | undefined> =>
  ((await town.view(receipt)) as { waitingPosition?: number }).waitingPosition;
const states = async (town: TownStory, { id }: Receipt): Promise<string[]> =>
  (await town.executions()).filter(({ name }) => name.startsWith(`${id}-`)).flatMap((one) => one.states);
const heldBy = (town: TownStory): number =>
  town.textsTo(town.phoneOf('eye-hospital-1')).filter((text) => text.includes('编码')).length;

describe('a programme with one place', () => {
  it('gives it to the first; the others wait, see their place in line, and have their clock stand still', async () => {
    const town = story();
    const first = await approve(town, FIRST);
    const second = await approve(town, SECOND);
    const third = await approve(town, THIRD);
    expect(heldBy(town)).toBe(1);
    expect(await Promise.all([first, second, third].map((one) => position(town, one)))).toEqual([
      undefined,
      1,
      2,
    ]);
    expect(town.lastTextTo(THIRD)).toContain('目前第2位');
    expect(await town.view(second)).toMatchObject({
      status: 'coordinating',
      pausedSince: expect.any(String),
    });
    expect((await town.view(first)).pausedSince).toBeUndefined();
    expect(await states(town, second)).toContain('Place: wait for one');
    expect(await states(town, first)).not.toContain('Place: wait for one');
  });

  it('passes a place that is taken back to the next in line, and tells whoever moved up', async () => {
    const town = story();
    const first = await approve(town, FIRST);
    const second = await approve(town, SECOND);
    const third = await approve(town, THIRD);
    await town.text(FIRST, `撤回 ${first.id}`);
    expect(await town.view(first)).toMatchObject({ status: 'withdrawn' });
    expect(town.lastTextTo(SECOND)).toContain('已有名额');
    expect(heldBy(town)).toBe(2);
    expect([await position(town, second), await position(town, third)]).toEqual([undefined, 1]);
    expect(town.lastTextTo(THIRD)).toContain('目前第1位');
    expect((await town.view(second)).pausedSince).toBeUndefined();
    // The wait is over, and the surgery takes its course.
    await town.reply('eye-hospital-1', '1 9月8日上午');
    await town.reply('eye-hospital-1', '1 手术已提前做完');
    await town.replyAsResident('1', SECOND);
    expect(await town.view(second)).toMatchObject({ closedAs: 'satisfied' });
    // What was used is nobody else's.
    expect([await position(town, third), heldBy(town)]).toEqual([1, 3]);
  });

  it('passes a place that was refused on before the request is closed', async () => {
    const town = story();
    const first = await approve(town, FIRST);
    await approve(town, SECOND);
    await town.reply('eye-hospital-1', '2 示例：不适合手术');
    expect(await town.view(first)).toMatchObject({ closedAs: 'refused' });
    expect(town.lastTextTo(SECOND)).toContain('已有名额');
    expect(await states(town, first)).toContain('Place: give it to the next in line');
  });

  it('forgets who leaves the line', async () => {
    const town = story();
    await approve(town, FIRST);
    const second = await approve(town, SECOND);
    const third = await approve(town, THIRD);
    await town.answerOnline(second, 'withdraw');
    expect(await town.view(second)).toMatchObject({ status: 'withdrawn' });
    expect(await position(town, third)).toBe(1);
    expect(heldBy(town)).toBe(1);
  });

  it('has its place anew with the new month, which goes to the first in line', async () => {
    const town = story();
    await approve(town, FIRST);
    const second = await approve(town, SECOND);
    const third = await approve(town, THIRD);
    // The places come at midnight; texts wait for the morning.
    await town.advance('P1D');
    expect(town.textsTo(SECOND).some((text) => text.includes('已有名额'))).toBe(true);
    expect([await position(town, second), await position(town, third)]).toEqual([undefined, 1]);
    expect(heldBy(town)).toBe(2);
  });

  it('finds its way though the step that gives a place fails at first, and gives no place twice', async () => {
    const town = story();
    const first = await approve(town, FIRST);
    const second = await approve(town, SECOND);
    await town.fault({ function: 'KeepQuota', error: 'Broken', times: 2 });
    await town.text(FIRST, `撤回 ${first.id}`);
    await town.advance('PT5M');
    expect(await position(town, second)).toBeUndefined();
    expect(town.textsTo(SECOND).filter((text) => text.includes('已有名额'))).toHaveLength(1);
    expect(heldBy(town)).toBe(2);
  });
});
