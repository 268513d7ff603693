import { eachStory } from './each-story.js';
import { BEFORE_THE_INSPECTION, LEADER, SECRETARY, supervised } from './supervised-town.js';
import type { TownStory } from './town-story.js';

interface Place {
  readonly grid: number;
  readonly checks: number;
  readonly passed: number;
  readonly failed: number;
  readonly missed: number;
  readonly findings: readonly { state: string; points: { en: string }[]; failures: number }[];
}
interface Report {
  readonly state: string;
  readonly methods: readonly { id: string; form: { en: string }[] }[];
  readonly total: Record<string, number>;
  readonly grids: readonly Place[];
}

const told = (town: TownStory, staff: string): string => town.lastTextTo(town.phoneOf(staff));
async function report(town: TownStory, date = '2026-08-24'): Promise<Report> {
  return (await (await town.http(`/inspections/weekly/${date}`)).json()) as Report;
}
/** The head of the grid that this supervisor was asked to check. */
function headOf(town: TownStory, staff: string): string {
  const asked = town.textsTo(town.phoneOf(staff)).findLast((text) => text.includes('请做')) ?? '';
  const grid = town.town.grids.find(({ name }) => asked.includes(`（${name['zh-CN']}）`));
  return grid?.posts.a ?? 'nobody';
}

describe('the weekly inspection', () => {
  const story = eachStory({ at: BEFORE_THE_INSPECTION, change: supervised });

  it('asks each supervisor on Monday morning to check a grid of their villages, by the method whose turn it is', async () => {
    const town = story();
    await town.advance('PT15M');
    expect(told(town, LEADER)).toMatch(/请做.+：1.+ 2.+。.*1合格 2不合格/);
    expect(headOf(town, LEADER)).not.toBe('nobody');
    expect(headOf(town, SECRETARY)).not.toBe(headOf(town, LEADER));
  });

  it('shows nobody what is checked until it is reported', async () => {
    const town = story();
    await town.advance('PT15M');
    expect(await report(town)).toMatchObject({ state: 'under-way', methods: [], grids: [] });
  });

  it('is reported when all have answered: places by number, points in words, to the leader and the team', async () => {
    const town = story();
    await town.advance('PT15M');
    await town.reply(LEADER, '1');
    await town.reply(SECRETARY, '2 13 示例：台账缺页');
    const { state, total, methods, grids } = await report(town);
    expect([state, methods.length]).toEqual(['published', 1]);
    expect(total).toMatchObject({ checks: 2, passed: 1, failed: 1, missed: 0, findings: 1, rectified: 0 });
    const numbers = grids.map(({ grid }) => grid);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const [first, , third] = methods[0]?.form ?? [];
    expect(grids.flatMap(({ findings }) => findings)).toEqual([
      expect.objectContaining({ state: 'open', points: [first, third], failures: 0 }),
    ]);
    for (const staff of ['town-leader-1', 'inspection-team-1', 'inspection-team-3'])
      expect(told(town, staff)).toContain('每周督查（8月24日）结果已公布：检查2项，发现问题1项');
    expect(JSON.stringify(await report(town))).not.toContain('台账缺页');
  });

  it('has every finding put right by who answers for the grid, until whoever found it says that it is', async () => {
    const town = story();
    await town.advance('PT15M');
    await town.reply(LEADER, '1');
    await town.reply(SECRETARY, '2 1 示例：牌子不见');
    const head = headOf(town, SECRETARY);
    expect(told(town, head)).toMatch(/发现问题：.+：示例：牌子不见，请整改。/);
    await town.reply(head, '1 示例：已补牌');
    expect(told(town, SECRETARY)).toContain('请复查');
    await town.reply(SECRETARY, '2 2 示例：字不清');
    expect(told(town, head)).toContain('示例：字不清');
    await town.reply(head, '1 示例：已重做');
    await town.reply(SECRETARY, '1');
    const { state, total, grids } = await report(town);
    expect([state, total['rectified']]).toEqual(['closed', 1]);
    expect(grids.flatMap(({ findings }) => findings)).toMatchObject([{ state: 'rectified', failures: 1 }]);
  });

  it('reports a check that nobody made by its deadline as missed, and is closed with it', async () => {
    const town = story();
    await town.advance('P3D');
    const { state, total } = await report(town);
    expect([state, total['missed'], total['findings']]).toEqual(['closed', 2, 0]);
  });

  it('passes over whoever is on leave', async () => {
    const town = story();
    await town.text(town.phoneOf(LEADER), '休假 8/24-8/25');
    await town.advance('PT15M');
    await town.reply(SECRETARY, '1');
    expect((await report(town)).total).toMatchObject({ checks: 1, passed: 1 });
  });

  it('comes to another method and other grids the week after', async () => {
    const town = story();
    await town.advance('PT15M');
    const first = headOf(town, LEADER);
    await town.advance('P7D');
    expect(headOf(town, LEADER)).not.toBe(first);
    const [before, after] = [await report(town), await report(town, '2026-08-31')];
    expect(before.methods).toHaveLength(1);
    expect(after.state).toBe('under-way');
    const list = (await (await town.http('/inspections')).json()) as { inspections: { date: string }[] };
    const dates = list.inspections.map(({ date }) => date);
    // The monthly inspection of the Friday between is listed, too.
    expect(dates).toEqual(['2026-08-31', '2026-08', '2026-08-24']);
  });

  it('that cannot go on is told to the duty desk once, and goes on when the fault is mended; nobody is asked twice', async () => {
    const town = story();
    await town.fault({ function: 'HoldInspection', error: 'Broken', times: 8 });
    await town.advance('PT2H');
    const stuck = town
      .textsTo(town.phoneOf('duty-desk-1'))
      .filter((text) => text.includes('每周督查（8月24日）未能进行'));
    expect(stuck).toHaveLength(1);
    expect(town.textsTo(town.phoneOf(LEADER))).toHaveLength(1);
    await town.reply(LEADER, '1');
    await town.reply(SECRETARY, '1');
    expect(await report(town)).toMatchObject({ state: 'closed' });
  });

  it('goes on where it was when reporting fails', async () => {
    const town = story();
    await town.advance('PT15M');
    await town.reply(LEADER, '1');
    await town.fault({ function: 'HoldInspection', error: 'Broken', times: 7 });
    await town.reply(SECRETARY, '2 1 示例：牌子不见');
    await town.advance('PT2H');
    expect(await report(town)).toMatchObject({ state: 'published' });
    expect(told(town, headOf(town, SECRETARY))).toContain('请整改');
  });

  it('is not found before it is held, nor by another name', async () => {
    const town = story();
    for (const path of ['weekly/2026-08-24', 'daily/2026-08-24', 'monthly/2026-08'])
      expect((await town.http(`/inspections/${path}`)).status).toBe(404);
  });
});

describe('the page of a check', () => {
  const story = eachStory({
    at: BEFORE_THE_INSPECTION,
    change: (town) => ({
      ...supervised(town),
      settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
    }),
  });

  async function linkTo(town: TownStory, staff: string): Promise<string> {
    const link = town
      .textsTo(town.phoneOf(staff))
      .flatMap((text) => /https?:\S+\/asks\/\S+/.exec(text)?.[0] ?? [])
      .at(-1);
    const { pathname, search } = new URL(link ?? 'none:', town.cloud.url);
    return `${pathname}${search}&lang=en`;
  }
  async function answer(town: TownStory, link: string, body: object): Promise<Response> {
    const response = await town.http(link, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await town.cloud.clock.settled();
    return response;
  }

  it('shows the form, and takes the points that did not hold as a text does', async () => {
    const town = story();
    await town.advance('PT15M');
    await town.reply(SECRETARY, '1');
    const link = await linkTo(town, LEADER);
    const { form } = (await (await town.http(link)).json()) as {
      form: { method: string; points: { id: string; label: string }[] };
    };
    const [first, second] = form.points;
    expect(second?.label).toBeTruthy();
    const said = { option: 'failed', points: [second?.id, first?.id], note: '示例：都不行' };
    town.typed.add('示例：都不行');
    expect((await answer(town, link, said)).status).toBe(202);
    const [found] = (await report(town)).grids.flatMap(({ findings }) => findings);
    expect(found?.points.map(({ en }) => en)).toEqual([first?.label, second?.label]);
  });

  it('refuses a point that the form has not, and a failure without any word of it', async () => {
    const town = story();
    await town.advance('PT15M');
    const link = await linkTo(town, LEADER);
    const fields = async (body: object) => {
      const { errors } = (await (await answer(town, link, body)).json()) as { errors: { field: string }[] };
      return errors.map(({ field }) => field);
    };
    expect(await fields({ option: 'failed', points: ['weather'] })).toEqual(['/points/0']);
    expect(await fields({ option: 'failed', points: [] })).toEqual(['/note']);
  });
});
