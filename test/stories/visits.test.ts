import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

/** Half an hour before the round: Monday at eight. */
const BEFORE_THE_ROUND = Date.parse('2026-08-24T07:30:00+08:00');
const HEAD = 'g52-a';

/** Numbers in the list of visits that a member of staff was texted last. */
function listedTo(town: TownStory, staff: string): number[] {
  const list = town
    .textsTo(town.phoneOf(staff))
    .flatMap((text) => /本周走访\d+户[^：]*：([^。]+)。/.exec(text)?.[1] ?? [])
    .at(-1);
  return numbersIn(list ?? '');
}

/** Households as they are texted: by class, "重点户03 07，一般户12". */
const numbersIn = (list: string): number[] => [...list.matchAll(/\d+/g)].map(([number]) => Number(number));

const told = (town: TownStory, staff: string): string => town.lastTextTo(town.phoneOf(staff));
const say = (town: TownStory, staff: string, words: string, id?: string): Promise<void> =>
  town.text(town.phoneOf(staff), words, id);

async function people(town: TownStory): Promise<number> {
  const response = await town.http('/statistics?from=2026-08-01&to=2026-12-31');
  const { total } = (await response.json()) as { total: { people: number } };
  return total.people;
}

/** Three grids with their households: the others have nobody to visit, and are texted nothing. */
const nearby = (town: Town): Town => ({
  ...town,
  households: town.households.filter(({ grid }) => grid >= 51 && grid <= 53),
});

describe('the round of visits', () => {
  const whole = eachStory({ at: BEFORE_THE_ROUND });

  it('texts every grid head on Monday morning, by the numbers they answer with', async () => {
    const town = whole();
    await town.advance('PT45M');
    const list = listedTo(town, HEAD);
    expect(list.length).toBeGreaterThan(0);
    expect(list.length).toBeLessThanOrEqual(town.town.settings.visits.perWeek);
    const own = town.town.households.filter(({ grid }) => grid === 52).map(({ number }) => number);
    expect(own).toEqual(expect.arrayContaining(list));
    const heads = town.town.grids.flatMap(({ posts }) => posts.a ?? []);
    expect(heads.filter((head) => listedTo(town, head).length === 0)).toEqual([]);
  });
});

describe("a week's visits", () => {
  const story = eachStory({ at: BEFORE_THE_ROUND, change: nearby });

  it('are recorded by text, count as people visited, and leave the list', async () => {
    const town = story();
    await town.advance('PT45M');
    const [first = 0, ...rest] = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${first} 3人 家里都好`);
    expect(told(town, HEAD)).toContain(`${first}号户，见到3人。本周还有${rest.length}户`);
    expect(await people(town)).toBe(3);
    await say(town, 'g52-c', '走访 名单');
    const [, count, left = ''] = /还有(\d+)户待走访：(.+)。/.exec(told(town, 'g52-c')) ?? [];
    expect([Number(count), numbersIn(left)]).toEqual([rest.length, rest]);
    expect(left).toMatch(/^(?:重点户|独居老人|一般户)/);
  });

  it('to a household where nobody was at home leave it due', async () => {
    const town = story();
    await town.advance('PT45M');
    const list = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${list[0]} 不在`);
    expect(told(town, HEAD)).toContain(`家中无人，仍在名单上。本周还有${list.length}户`);
    expect(await people(town)).toBe(0);
  });

  it('that are delivered twice count once', async () => {
    const town = story();
    await town.advance('PT45M');
    const [first] = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${first} 2人 问题 示例路灯不亮`, 'same');
    await say(town, HEAD, `走访 ${first} 2人 问题 示例路灯不亮`, 'same');
    town.typed.add('示例路灯不亮');
    expect(await people(town)).toBe(2);
    expect(await town.executions()).toHaveLength(1);
  });

  it('that find something make a request of it in the same step, which the visitor owns', async () => {
    const town = story();
    await town.advance('PT45M');
    const [first] = listedTo(town, HEAD);
    const findings = '示例路灯坏了，请联系+8619911110001';
    town.typed.add(findings).add('9911110001');
    await say(town, 'g52-b', `visit ${first} 2 problem ${findings}`);
    const recorded = told(town, 'g52-b') === '' ? [] : town.textsTo(town.phoneOf('g52-b'));
    expect(recorded.some((text) => /号户.*问题已登记为诉求.{9}，您是首问责任人/.test(text))).toBe(true);
    // The visitor has taken it by finding it: they are asked for the outcome, and the resident knows who answers.
    expect(town.lastTextTo('+8619911110001')).toContain(town.nameOf('g52-b'));
    await town.reply('g52-b', '1 示例已换灯泡');
    expect(town.lastTextTo('+8619911110001')).toContain('满意');
  });

  it('are texted as people write, several in one text too', async () => {
    const town = story();
    await town.advance('PT45M');
    const [one = 0, two = 0, three = 0] = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${one} ${two} 各两人 家里都好`);
    expect(told(town, HEAD)).toContain(`${one}、${two}号户，共见到4人`);
    expect(await people(town)).toBe(4);
    await say(town, 'g52-b', `visit ${three} two people`);
    expect(await people(town)).toBe(6);
  });

  it('of which the people are missing are asked about, and the next text gives them', async () => {
    const town = story();
    await town.advance('PT45M');
    const [one = 0, two = 0, three = 0] = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${one},${two},${three}`);
    expect(told(town, HEAD)).toContain('各见到几人');
    expect(await people(town)).toBe(0);
    await say(town, HEAD, '2 1 3');
    expect(told(town, HEAD)).toContain('共见到6人');
    expect(await people(town)).toBe(6);
  });

  it('at which more people were met than can be are asked about; one digit confirms', async () => {
    const town = story();
    await town.advance('PT45M');
    const [one = 0, two = 0] = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${one} 30人`);
    expect(told(town, HEAD)).toMatch(/30人.*还没记.*回1/);
    expect(await people(town)).toBe(0);
    await say(town, HEAD, '1', 'confirming');
    await say(town, HEAD, '1', 'confirming');
    expect(await people(town)).toBe(30);
    await say(town, HEAD, `走访 ${two} 60人`);
    await say(town, HEAD, '2');
    expect(told(town, HEAD)).toContain('没有记');
    expect(await people(town)).toBe(30);
  });

  it('to one household twice on a day count once, unless it was gone to again', async () => {
    const town = story();
    await town.advance('PT45M');
    const [one = 0] = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${one} 2人`);
    await say(town, 'g52-b', `走访 ${one} 2人`);
    expect(told(town, 'g52-b')).toContain(`今天已记过${one}号户`);
    expect(await people(town)).toBe(2);
    await say(town, 'g52-b', '是');
    expect(await people(town)).toBe(4);
  });

  it("are recorded by the grid's own team only", async () => {
    const town = story();
    await town.advance('PT45M');
    const [first] = listedTo(town, HEAD);
    await say(town, 'g51-a', `走访 52-${first} 2人`);
    expect(told(town, 'g51-a')).toContain('只有本网格');
    await say(town, 'duty-desk-1', `走访 ${first} 2人`);
    expect(told(town, 'duty-desk-1')).toContain('只有本网格');
    await town.text('+8619911110009', `走访 ${first} 2人`);
    expect(town.lastTextTo('+8619911110009')).toContain('只有本网格');
    expect(await people(town)).toBe(0);
  });

  it('that cannot be read, or name no household, are answered with how to text them', async () => {
    const town = story();
    await say(town, HEAD, '走访 李奶奶家 身体很好');
    expect(told(town, HEAD)).toContain('走访未识别');
    await say(town, HEAD, '走访 99 3人');
    expect(told(town, HEAD)).toContain('没有99号户');
  });

  it('go to whoever stands in while the head is on leave', async () => {
    const town = story();
    await say(town, HEAD, '休假 8/24-8/26');
    await town.advance('PT45M');
    expect(listedTo(town, HEAD)).toEqual([]);
    expect(listedTo(town, 'g52-b').length).toBeGreaterThan(0);
  });

  it('that were not made are carried over, and the next week says so', async () => {
    const town = story();
    await town.advance('PT45M');
    const [first = 0, ...rest] = listedTo(town, HEAD);
    await say(town, HEAD, `走访 ${first} 3人`);
    await town.advance('P7D');
    const next = listedTo(town, HEAD);
    expect(next).not.toContain(first);
    expect(next).toEqual(expect.arrayContaining(rest));
    expect(told(town, HEAD)).toContain(`上周未访${rest.length}户`);
  });

  it('are listed all the same when the first try fails, and nobody is texted twice', async () => {
    const town = story();
    await town.fault({ function: 'PlanVisits', error: 'Broken', times: 2 });
    await town.advance('PT1H');
    const lists = town.textsTo(town.phoneOf(HEAD)).filter((text) => text.includes('本周走访'));
    expect(lists).toHaveLength(1);
  });

  it('that cannot be listed for an hour are told to the duty desk, and listed when the fault is mended', async () => {
    const town = story();
    await town.fault({ function: 'PlanVisits', error: 'Broken', times: 8 });
    await town.advance('PT2H');
    expect(
      town.textsTo(town.phoneOf('duty-desk-1')).filter((text) => text.includes('走访名单未能生成')),
    ).toHaveLength(1);
    expect(listedTo(town, HEAD).length).toBeGreaterThan(0);
  });
});

interface Visits {
  readonly grid: number;
  readonly until: string;
  readonly due: readonly { household: number; class: string; lastVisit?: string; visited: boolean }[];
}

describe('the page of a week', () => {
  const story = eachStory({
    at: BEFORE_THE_ROUND,
    change: (town) => ({
      ...nearby(town),
      settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
    }),
  });

  async function linkTo(town: TownStory, staff: string): Promise<string> {
    const link = town
      .textsTo(town.phoneOf(staff))
      .flatMap((text) => /https?:\S+\/visits\/\S+/.exec(text)?.[0] ?? [])
      .at(-1);
    const { pathname, search } = new URL(link ?? 'none:', town.cloud.url);
    return `${pathname}${search}&lang=en`;
  }
  const show = async (town: TownStory, link: string) => (await (await town.http(link)).json()) as Visits;
  async function record(town: TownStory, link: string, visits: object[]): Promise<Response> {
    const response = await town.http(link, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ visits }),
    });
    await town.cloud.clock.settled();
    return response;
  }

  it('shows the list and takes visits, the same ones once; a finding becomes a request', async () => {
    const town = story();
    await town.advance('PT45M');
    const link = await linkTo(town, HEAD);
    const { grid, due } = await show(town, link);
    expect(grid).toBe(52);
    const listed = listedTo(town, HEAD);
    expect(due).toHaveLength(listed.length);
    expect(due.map(({ household }) => household)).toEqual(expect.arrayContaining(listed));
    expect(due[0]).toMatchObject({
      visited: false,
      class: expect.stringMatching(/household|elderly/),
      place: expect.stringMatching(/^Zhukou group \d+$/),
    });
    const [first, second] = due;
    town.typed.add('示例门前路灯坏了');
    const made = [
      { household: first?.household, people: 2 },
      { household: second?.household, people: 1, note: '示例门前路灯坏了', problem: true },
    ];
    const response = await record(town, link, made);
    expect(response.status).toBe(202);
    const answer = (await response.json()) as { recorded: { request?: string }[]; left: number };
    expect(answer.left).toBe(due.length - 2);
    expect(answer.recorded[1]?.request).toMatch(/^[0-9A-Z]{8}$/);
    await record(town, link, made);
    expect(await people(town)).toBe(3);
    expect(await town.executions()).toHaveLength(1);
    expect((await show(town, link)).due.filter(({ visited }) => visited)).toHaveLength(2);
  });

  it('counts a visit once by its key, also when it comes again on another day', async () => {
    const town = story();
    await town.advance('PT45M');
    const link = await linkTo(town, HEAD);
    const [first] = (await show(town, link)).due;
    const made = [{ household: first?.household, people: 2, key: 'a-key-of-this-visit' }];
    const said = await (await record(town, link, made)).json();
    await town.advance('P1D');
    expect(await (await record(town, link, made)).json()).toEqual(said);
    expect(await people(town)).toBe(2);
    expect((await record(town, link, [{ ...made[0], key: 'short' }])).status).toBe(422);
  });

  it('refuses what is no household of the grid, and a problem without words', async () => {
    const town = story();
    await town.advance('PT45M');
    const link = await linkTo(town, HEAD);
    const fields = async (visits: object[]) => {
      const response = await record(town, link, visits);
      const { errors } = (await response.json()) as { errors: { field: string }[] };
      return [response.status, errors.map(({ field }) => field)];
    };
    expect(await fields([{ household: 99, people: 1 }])).toEqual([422, ['/visits/0/household']]);
    expect(await fields([{ household: 1, people: 1, problem: true }])).toEqual([422, ['/visits/0/note']]);
    expect(await people(town)).toBe(0);
  });

  it('opens for its grid only, and no longer than its week', async () => {
    const town = story();
    await town.advance('PT45M');
    const link = await linkTo(town, HEAD);
    expect((await town.http(link.replace('/visits/52', '/visits/51'))).status).toBe(404);
    expect((await town.http(link.replace('sig=', 'sig=A'))).status).toBe(404);
    await town.advance('P7D');
    expect((await town.http(link)).status).toBe(410);
    expect((await town.http(await linkTo(town, HEAD))).status).toBe(200);
  });
});
