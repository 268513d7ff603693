import type { Figures } from '../../domain/statistics/figures.js';
import type { PlaceCauses } from '../../domain/statistics/statistics.js';
import { RECORDS } from '../../domain/statistics/record-kinds.js';
import {
  type Exported,
  isCauseOf,
  isOf,
  recompute,
  recomputeCauses,
} from '../domain/statistics/recompute.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const BEGIN = Date.parse('2026-08-24T08:00:00+08:00');
const story = eachStory({ at: BEGIN, console: true });
const AUGUST = 'from=2026-08-01&to=2026-08-31';

/** A week of one grid: liked, reopened and then liked, refused, aided, never taken up; the third closure opens its cause; visits and a reception. */
async function aWeek(town: TownStory): Promise<void> {
  const say = (words: string) => town.text(RESIDENT.phone, words);
  await town.submit();
  await town.reply('g52-a', '1');
  await town.advance('PT2H');
  await town.reply('g52-a', '1 已换灯泡');
  await say('1');
  await town.submit({ description: '示例：另一盏路灯' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 修好了');
  await say('是否否');
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 又修了一次');
  await say('没联系我，但修好了');
  await town.submit({ description: '示例：第三盏路灯' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '2 不属本镇');
  await town.submit({ description: '示例：第四盏路灯' });
  const [household] = town.town.households.filter(({ grid }) => grid === 52);
  await town.text(town.phoneOf('g52-b'), `走访 ${household?.number} 两人`);
  await town.text(town.phoneOf('town-leader-1'), '接待 3人 已答复 示例：咨询医保');
  await town.advance('P4D');
}

async function exportedFrom(town: TownStory): Promise<Exported> {
  const files = await Promise.all(
    RECORDS.map(async (kind) => {
      const response = await town.admin('leader', `/admin/records/${kind}?${AUGUST}&lang=en`);
      expect([kind, response.status]).toEqual([kind, 200]);
      return [kind, await response.text()] as const;
    }),
  );
  return Object.fromEntries(files) as unknown as Exported;
}

interface Answer {
  readonly total: Figures;
  readonly places: readonly {
    readonly id: string;
    readonly name: { readonly en: string };
    readonly figures: Figures;
  }[];
  readonly causes: readonly PlaceCauses[];
}

describe('the tables that the console exports', () => {
  it('give every figure of the statistics again, for the town, its villages and its grids', async () => {
    const town = story();
    await aWeek(town);
    const tables = await exportedFrom(town);
    const period = { from: Date.parse('2026-08-01T00:00:00+08:00'), to: town.cloud.clock.now() + 1 };
    for (const by of ['town', 'village', 'grid'] as const) {
      const answer = (await (await town.http(`/statistics?${AUGUST}&by=${by}`)).json()) as Answer;
      expect(recompute(tables, period)).toEqual(answer.total);
      expect(answer.total).toMatchObject({ people: 5, saidContacted: { part: 2, of: 3 }, causesOpened: 1 });
      const busy = answer.places.filter(({ figures }) => figures.received > 0 || figures.people > 0);
      for (const { id, name, figures } of by === 'town' ? [] : busy)
        expect([id, recompute(tables, period, isOf(by, id, name.en))]).toEqual([id, figures]);
      expect(
        answer.causes.map(({ categoryName, causesWaiting }) => [categoryName.en, causesWaiting]),
      ).toEqual([['Street light', 1]]);
      for (const row of answer.causes)
        expect(row).toMatchObject(recomputeCauses(tables, period, isCauseOf(by, row)));
    }
    for (const personal of [RESIDENT.phone, RESIDENT.phone.slice(3), RESIDENT.name, '另一盏'])
      expect(Object.values(tables).join('\n')).not.toContain(personal);
  });

  it('are for whoever may export requests, and each export stands in the trail', async () => {
    const town = story();
    expect((await town.admin('inspector', `/admin/records/visits?${AUGUST}`)).status).toBe(403);
    expect((await town.admin('administrator', `/admin/records/nothing?${AUGUST}`)).status).toBe(404);
    expect(
      (await town.admin('administrator', '/admin/records/visits?from=2026-08-31&to=2026-08-01')).status,
    ).toBe(400);
    expect((await town.admin('administrator', `/admin/records/visits?${AUGUST}&lang=zh-CN`)).status).toBe(
      200,
    );
    const trail = await (await town.admin('administrator', '/admin/audit')).text();
    expect(trail).toContain('visits from=2026-08-01&to=2026-08-31');
  });
});

describe('the public page of figures', () => {
  it('shows what residents said beside what the staff report, in both languages', async () => {
    const town = story();
    await aWeek(town);
    const page = await (await town.http(`/plain/statistics?${AUGUST}&by=grid&lang=zh-CN`)).text();
    expect(page).toMatch(/居民说联系过[^%]*66\.7% \(2\/3\)/);
    expect(page).toMatch(/经办人报办结[^%]*66\.7% \(2\/3\)/);
    expect(page).toMatch(/未销号治本任务<\/dt>\s*<dd>\s*1</);
    const english = await (await town.http(`/plain/statistics?${AUGUST}&lang=en`)).text();
    expect(english).toMatch(/Solved, as residents say[^%]*66\.7% \(2\/3\)/);
    const unread = await town.http('/plain/statistics?from=soon&by=nothing');
    expect([unread.status, (await unread.text()).includes('2026-08-28')]).toEqual([200, true]);
  });
});
