import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';

const act = async (town: TownStory, { id }: Receipt, what: 'stop' | 'retry'): Promise<void> => {
  const path = `/admin/executions/resident-request/${id}/${what}`;
  expect([what, (await town.admin('administrator', path, 'POST', {})).status]).toEqual([what, 202]);
};

describe("a request that waits for one of a programme's places", () => {
  /** One cataract surgery a month. */
  const onePlace = (town: Town): Town => ({
    ...town,
    programmes: town.programmes.map((programme) =>
      programme.places
        ? { ...programme, places: { ...programme.places, count: 1, per: 'month' } }
        : programme,
    ),
  });
  const story = eachStory({ change: onePlace, console: true });
  /** Invented residents. */
  const [FIRST, SECOND, THIRD] = ['+8619911110011', '+8619911110012', '+8619911110013'] as const;

  /** Applied for and approved: only the date of the surgery is left to be found. */
  async function approve(town: TownStory, phone: string): Promise<Receipt> {
    const receipt = await town.submit({
      phone,
      category: 'cataract-surgery',
      description: '示例：老人视物模糊，需做手术',
    });
    for (const staff of ['g52-a', 'g52-a', 'red-cross-1', 'disabled-federation-1'])
      await town.reply(staff, '1');
    return receipt;
  }
  const position = async (town: TownStory, receipt: Receipt): Promise<number | undefined> =>
    ((await town.view(receipt)) as { waitingPosition?: number }).waitingPosition;
  const told = (town: TownStory, phone: string, words: string) =>
    town.textsTo(phone).filter((text) => text.includes(words)).length;

  it('keeps its turn when it is stopped and retried, and is told once of its place', async () => {
    const town = story();
    const first = await approve(town, FIRST);
    const second = await approve(town, SECOND);
    const third = await approve(town, THIRD);
    await act(town, second, 'stop');
    await act(town, second, 'retry');
    expect([await position(town, second), await position(town, third)]).toEqual([1, 2]);
    await town.answerOnline(first, 'withdraw');
    expect(await position(town, second)).toBeUndefined();
    expect(told(town, SECOND, '已有名额')).toBe(1);
    await town.reply('eye-hospital-1', '1 9月8日上午');
    await town.reply('eye-hospital-1', '1 手术已提前做完');
    await town.replyAsResident('1', SECOND);
    expect((await town.view(second)).closedAs).toBe('satisfied');
  });

  it('has the place that became free while nothing ran', async () => {
    const town = story();
    const first = await approve(town, FIRST);
    const second = await approve(town, SECOND);
    await act(town, second, 'stop');
    await town.answerOnline(first, 'withdraw');
    await act(town, second, 'retry');
    expect(await position(town, second)).toBeUndefined();
    expect(told(town, SECOND, '已有名额')).toBe(1);
    expect(told(town, town.phoneOf('eye-hospital-1'), '编码')).toBe(2);
  });
});

describe('a second report of one event', () => {
  const story = eachStory({ console: true });
  const leak = { category: 'gas-leak', description: '示例：施工挖断燃气管道' } as const;
  const NEIGHBOUR = '+8619911110002';

  /** The code that somebody was first asked with. */
  const firstCode = (town: TownStory, staff: string): string =>
    town.textsTo(town.phoneOf(staff)).flatMap((text) => /编码(\w{4})/.exec(text)?.[1] ?? [])[0] ?? '';

  async function joined(town: TownStory): Promise<{ first: Receipt; second: Receipt }> {
    const first = await town.submit(leak);
    await town.advance('PT1M');
    const second = await town.submit({ ...leak, phone: NEIGHBOUR, description: '示例：闻到煤气味' });
    await town.reply('g52-a', '7');
    expect(await town.timeline(second)).toContain('joined');
    return { first, second };
  }

  it.each([
    ['before the first is closed', true],
    ['after the first was closed', false],
  ])('stopped, and retried %s, is closed with it and told once', async (_when, early) => {
    const town = story();
    const { first, second } = await joined(town);
    await act(town, second, 'stop');
    if (early) await act(town, second, 'retry');
    await town.text(town.phoneOf('g52-a'), `${firstCode(town, 'g52-a')} 1`);
    await town.text(town.phoneOf('gas-company-1'), `${firstCode(town, 'gas-company-1')} 1`);
    await town.reply('g52-a', '1');
    for (const _step of ['on site', 'safe', 'restored']) await town.reply('gas-company-1', '1');
    await town.replyAsResident('1');
    expect((await town.view(first)).closedAs).toBe('satisfied');
    if (!early) await act(town, second, 'retry');
    expect((await town.view(second)).closedAs).toBe('joined');
    const texts = town.textsTo(NEIGHBOUR);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
