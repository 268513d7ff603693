import { createHash } from 'node:crypto';
import type { Town } from '../../domain/town/schema.js';
import { DescribedApi } from './described-api.js';
import { eachStory } from './each-story.js';
import type { Submission, TownStory } from './town-story.js';

/** Thursday evening before the last Friday of August 2026, the 28th. */
const EVENING_BEFORE = Date.parse('2026-08-27T17:40:00+08:00');
const TEAM_OF_52 = ['g52-a', 'g52-b', 'g52-c'] as const;
const TEAM = ['inspection-team-1', 'inspection-team-2', 'inspection-team-3'] as const;

/** One office to check and no visits or weekly checks: nothing but the month's inspection is texted. */
const oneOffice = (town: Town): Town => ({
  ...town,
  households: [],
  supervisors: [],
  inspections: {
    ...town.inspections,
    callsAtOnce: 1,
    offices: [{ department: 'petition-office', methods: ['files', 'petition-reception'] }],
  },
});

interface Place {
  readonly calls: number;
  readonly satisfied: number;
  readonly checks: number;
  readonly failed: number;
  readonly findings: readonly { state: string; points: { en: string }[] }[];
}
interface Report {
  readonly state: string;
  readonly sample?: {
    seed: string;
    fingerprint: string;
    candidates: number;
    list?: string;
    drawn?: string[];
  };
  readonly total: Record<string, number>;
  readonly grids: readonly (Place & { grid: number })[];
  readonly offices: readonly (Place & { department: string })[];
}

interface Pack {
  readonly figures: Record<string, unknown>;
  readonly ledger: readonly object[];
  readonly effort: { people: number; texts: number; asks: number; minutes: number };
}

const told = (town: TownStory, staff: string): string => town.lastTextTo(town.phoneOf(staff));
const texts = (town: TownStory, staff: string): string[] => town.textsTo(town.phoneOf(staff));
async function report(town: TownStory, month = '2026-08'): Promise<Report> {
  return (await (await town.http(`/inspections/monthly/${month}`)).json()) as Report;
}

/** A request that is done, and its resident satisfied. */
async function satisfied(town: TownStory, fields: Submission = {}): Promise<string> {
  const receipt = await town.submit(fields);
  const { phone } = town.submission(fields);
  const grid = town.town.villages
    .find(({ id }) => id === 'zhukou')
    ?.groups.find(({ number }) => number === (fields.group ?? town.groupOf(52)))?.grid;
  const head = town.town.grids.find(({ number }) => number === grid)?.posts.a ?? 'nobody';
  await town.reply(head, '1');
  await town.reply(head, '1 示例：已修好');
  await town.replyAsResident('1', phone);
  return receipt.id;
}

/** Answers whatever the inspectors are asked, until nothing is open any more; calls by `heard`. */
async function inspect(town: TownStory, heard: (text: string) => string): Promise<void> {
  const answered = new Set<string>();
  for (let open = true; open;) {
    open = false;
    for (const staff of TEAM) {
      const asked = texts(town, staff).filter((text) => /请做|请打电话问/.test(text));
      for (const text of asked) {
        const [, code = ''] = /编码(\w{4})/.exec(text) ?? [];
        if (answered.has(code)) continue;
        answered.add(code);
        open = true;
        await town.text(town.phoneOf(staff), `${code} ${heard(text)}`);
      }
    }
  }
}

describe('the monthly inspection', () => {
  const story = eachStory({ at: EVENING_BEFORE, change: oneOffice });

  it('publishes the seed, and the fingerprint of the list, before it draws; the list once nobody can prepare', async () => {
    const town = story();
    await satisfied(town);
    await town.advance('PT16H');
    const { sample, state, grids, offices } = await report(town);
    expect([state, grids, offices]).toEqual(['under-way', [], []]);
    expect(sample).toMatchObject({ candidates: 1, seed: expect.stringMatching(/^[\w-]{20}$/) });
    expect([sample?.list, sample?.drawn]).toEqual([undefined, undefined]);
    for (const staff of ['town-leader-1', ...TEAM])
      expect(texts(town, staff).join('\n')).toContain(`按种子${sample?.seed}抽取`);
    await inspect(town, () => '1');
    const { sample: after } = await report(town);
    expect(after).toMatchObject({ seed: sample?.seed, fingerprint: sample?.fingerprint });
    expect(
      createHash('sha256')
        .update(after?.list ?? '')
        .digest('hex'),
    ).toBe(sample?.fingerprint);
    expect(after?.drawn).toHaveLength(1);
  });

  it('checks every office and calls the residents, each inspector a few at a time, with whom to call and what to ask', async () => {
    const town = story();
    await satisfied(town);
    await town.advance('PT16H');
    const all = TEAM.flatMap((staff) => texts(town, staff));
    expect(all.filter((text) => text.includes('请做资料检查（信访办'))).toHaveLength(1);
    expect(all.filter((text) => text.includes('请做信访接待检查（信访办'))).toHaveLength(1);
    const call = all.filter((text) => text.includes('请打电话问'));
    expect(call).toHaveLength(1);
    expect(call[0]).toMatch(/示例居民甲\+?8619911110001|示例居民甲.*19911110001/);
    expect(
      all.filter((text) => text.includes('您共1个电话，分批发送。请问：1及时答复 2问题解决')),
    ).toHaveLength(1);
  });

  it('reports what was heard by grid and what was found by office, and closes when all is well', async () => {
    const town = story();
    const request = await satisfied(town);
    await town.advance('PT16H');
    await inspect(town, () => '1');
    await (
      await DescribedApi.of(town)
    ).call('GET /inspections/{kind}/{date}', '/inspections/monthly/2026-08');
    const { state, sample, total, grids, offices } = await report(town);
    expect(state).toBe('closed');
    expect(sample?.drawn).toEqual([request]);
    expect(sample?.list).toBe(`52 ${request} 1\n`);
    expect(total).toMatchObject({ checks: 2, passed: 2, calls: 1, satisfied: 1, findings: 0 });
    expect(grids).toMatchObject([{ grid: 52, calls: 1, satisfied: 1 }]);
    expect(offices).toMatchObject([{ department: 'petition-office', checks: 2 }]);
    expect(told(town, 'town-leader-1')).toContain(
      '月底集中督查（2026年8月）结果已公布：检查3项，发现问题0项',
    );
  });

  it("makes each grid's pack of what is recorded anyway, with how much was asked of its team", async () => {
    const town = story();
    const request = await satisfied(town);
    const sent = TEAM_OF_52.flatMap((staff) => texts(town, staff)).length;
    await town.advance('PT16H');
    const api = await DescribedApi.of(town);
    const route = 'GET /inspections/monthly/{date}/packs/{grid}';
    const pack = (await api.call(route, '/inspections/monthly/2026-08/packs/52')) as Pack;
    expect(pack.figures).toMatchObject({ received: 1, handled: 1, closed: 1 });
    expect(pack.ledger).toMatchObject([{ id: request, category: 'street-light', closedAs: 'satisfied' }]);
    expect(pack.effort).toMatchObject({ people: 3, asks: 2 });
    expect(pack.effort.texts).toBeGreaterThanOrEqual(sent);
    expect(pack.effort.minutes).toBe(pack.effort.texts * 0.5 + pack.effort.asks * 3);
    expect((await town.http('/inspections/monthly/2026-08/packs/78')).status).toBe(404);
    expect((await town.http('/inspections/monthly/2026-07/packs/52')).status).toBe(404);
  });

  it('has put right, until the resident says so, what somebody who was called is not happy with', async () => {
    const town = story();
    await satisfied(town);
    await town.advance('PT16H');
    await inspect(town, (text) => (text.includes('请打电话问') ? '2 2 示例：灯又坏了' : '1'));
    const caller = TEAM.find((staff) => texts(town, staff).some((text) => text.includes('请打电话问'))) ?? '';
    expect(told(town, 'g52-a')).toMatch(/路灯（.{9}）抽查发现问题：问题解决不合格：示例：灯又坏了，请整改。/);
    await town.reply('g52-a', '1 示例：已换灯');
    expect(told(town, caller)).toMatch(/请再打电话问示例居民甲.*原问题：问题解决不合格：示例：灯又坏了/);
    await town.reply(caller, '1');
    const { state, grids, total } = await report(town);
    expect([state, total['rectified']]).toEqual(['closed', 1]);
    expect(grids).toMatchObject([{ grid: 52, findings: [{ state: 'rectified' }] }]);
  });

  it('has an office put right what is missing from its log, looked at again by the inspector who found it', async () => {
    const town = story();
    await town.advance('PT16H');
    await inspect(town, (text) => (text.includes('信访接待检查') ? '2 2 示例：缺三月' : '1'));
    expect(told(town, 'petition-office-1')).toMatch(
      /信访办.*信访接待检查发现问题：接访记录不合格：示例：缺三月.*请整改/,
    );
    await town.reply('petition-office-1', '3 示例：补材料');
    await town.reply('petition-office-1', '1 示例：已补');
    const finder = TEAM.find((staff) => told(town, staff).includes('请复查')) ?? '';
    await town.reply(finder, '1');
    expect(await report(town)).toMatchObject({
      state: 'closed',
      offices: [{ failed: 1, findings: [{ state: 'rectified' }] }],
    });
  });

  it('never gives an inspector their own case', async () => {
    const town = story();
    await satisfied(town);
    await town.advance('PT16H');
    const { posts } = town.town.grids.find(({ number }) => number === 52) ?? { posts: {} };
    const callers = TEAM.filter((staff) => texts(town, staff).some((text) => text.includes('请打电话问')));
    expect(callers.filter((staff) => Object.values(posts).includes(staff))).toEqual([]);
    expect(callers).toHaveLength(1);
  });

  it('draws once, whatever fails: the seed stays, nobody is called twice, and it goes on when the fault is mended', async () => {
    const town = story();
    await satisfied(town);
    await town.fault({ function: 'HoldInspection', error: 'Broken', times: 9 });
    await town.advance('PT16H');
    const { sample } = await report(town);
    await town.fault({ function: 'HoldInspection', error: 'Broken', times: 7 });
    await inspect(town, () => '1');
    await town.advance('PT3H');
    const after = await report(town);
    expect([after.state, after.sample?.seed]).toEqual(['closed', sample?.seed]);
    const calls = TEAM.flatMap((staff) => texts(town, staff)).filter((text) => text.includes('请打电话问'));
    expect(calls).toHaveLength(1);
    expect(
      texts(town, 'duty-desk-1').filter((text) => text.includes('月底集中督查（2026年8月）未能进行')),
    ).toHaveLength(1);
  });
});
