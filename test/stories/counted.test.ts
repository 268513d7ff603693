import { REQUEST_FIGURES, type RequestFigure } from '../../domain/statistics/figures.js';
import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

const story = eachStory({ console: true });
const PERIOD = 'from=2026-08-24&to=2026-08-31';

interface Share {
  readonly part: number;
  readonly of: number;
}
type Figures = Readonly<Record<RequestFigure, number | null | Share>>;
interface Statistics {
  readonly total: Figures;
  readonly places: readonly { readonly id: string; readonly figures: Figures }[];
}
interface Counted {
  readonly items: readonly { readonly id: string; readonly status: string }[];
  readonly cursor?: string;
  readonly counted: { readonly requests: number; readonly part: number; readonly of: number };
}

const statistics = async (town: TownStory, by: string): Promise<Statistics> =>
  (await (await town.http(`/statistics?${PERIOD}&by=${by}`)).json()) as Statistics;

async function counted(town: TownStory, figure: string, more = ''): Promise<Counted> {
  const response = await town.admin('leader', `/admin/requests?counted=${figure}&${PERIOD}${more}`);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Counted;
}

/** One judged twice, one refused, one late and open, one withdrawn, one in no grid, one in another village; and a complaint about staff, which is in no figure. */
async function someDays(town: TownStory): Promise<void> {
  await town.submit();
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 示例：已换灯泡');
  await town.replyAsResident('是否否');
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 示例：又换了一次');
  await town.replyAsResident('1');
  const neighbour = { name: '示例居民乙', phone: '+8619911110002' };
  const taken = await town.submit({ ...neighbour, description: '示例：巷口的灯也不亮' });
  await town.answerOnline(taken, 'withdraw');
  const other = town.town.villages.find(({ id }) => id === 'dongsun')?.groups[0]?.number ?? 1;
  await town.submit({ name: '示例居民丙', phone: '+8619911110003', village: 'dongsun', group: other });
  await town.submit({ name: '示例居民丁', phone: '+8619911110004', village: undefined, group: undefined });
  await town.submit({
    name: '示例居民戊',
    phone: '+8619911110005',
    category: 'other',
    description: '示例：我要举报我们网格员收钱不办事',
    confidential: true,
  });
  await town.advance('P3D');
}

/** How often a figure counts, as the statistics say it; hours and yuan say it of what they are taken from. */
function timesIn(figures: Figures, figure: RequestFigure): number | undefined {
  const value = figures[figure];
  if (value === null) return 0;
  if (typeof value === 'object') return value.of;
  return figure === 'yuan' || figure.endsWith('HoursToClose') ? undefined : value;
}

describe('the requests behind a figure', () => {
  it('are as many as it counts, of every figure, for the town, each village and each grid', async () => {
    const town = story();
    await someDays(town);
    const [whole, villages, grids] = await Promise.all(
      ['town', 'village', 'grid'].map((by) => statistics(town, by)),
    );
    const places = [
      { name: '', figures: whole?.total },
      ...(villages?.places ?? [])
        .filter(({ id }) => ['zhukou', 'dongsun', 'none'].includes(id))
        .map(({ id, figures }) => ({ name: `&village=${id}`, figures })),
      ...(grids?.places ?? [])
        .filter(({ id }) => id === '52')
        .map(({ id, figures }) => ({ name: `&grid=${id}`, figures })),
    ];
    expect(places).toHaveLength(5);
    let compared = 0;
    for (const { name, figures } of places)
      for (const figure of REQUEST_FIGURES) {
        if (!figures) throw new Error('no figures');
        const answer = await counted(town, figure, name);
        const times = timesIn(figures, figure);
        expect([name, figure, answer.items.length]).toEqual([name, figure, answer.counted.requests]);
        if (times === undefined) continue;
        compared += 1;
        expect([name, figure, answer.counted.of]).toEqual([name, figure, times]);
      }
    expect(compared).toBeGreaterThan(60);
    expect(whole?.total).toMatchObject({ received: 4, saidSolved: { part: 1, of: 2 } });
  });

  it('are told apart by what they answered, and a request with two verdicts counts twice', async () => {
    const town = story();
    await someDays(town);
    const all = await counted(town, 'saidSolved');
    expect(all.counted).toEqual({ requests: 1, part: 1, of: 2 });
    expect((await counted(town, 'saidSolved', '&part=yes')).counted).toEqual({ requests: 1, part: 1, of: 1 });
    expect((await counted(town, 'saidSolved', '&part=no')).counted).toEqual({ requests: 1, part: 0, of: 1 });
    const late = await counted(town, 'onTimeRate', '&part=no');
    expect(late.items.length).toBe(late.counted.of);
  });

  it('come in pages, each once', async () => {
    const town = story();
    await someDays(town);
    const whole = await counted(town, 'received');
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await counted(
        town,
        'received',
        `&limit=1${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      );
      ids.push(...page.items.map(({ id }) => id));
      ({ cursor } = page);
    } while (cursor !== undefined);
    expect(ids).toEqual(whole.items.map(({ id }) => id));
    expect(ids).toHaveLength(4);
  });

  it('are refused for a figure that there is not', async () => {
    const response = await story().admin('leader', `/admin/requests?counted=people&${PERIOD}`);
    expect(response.status).toBe(400);
  });
});
