import { openTable } from '../../adapters/dynamodb.js';
import { RoundStore } from '../../adapters/round-store.js';
import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

const story = eachStory();
const AUGUST = 'from=2026-08-01&to=2026-08-31';

interface Figures {
  readonly received: number;
  readonly [name: string]: unknown;
}
interface Statistics {
  readonly definitions: readonly { readonly figure: string; readonly definition: { readonly en: string } }[];
  readonly total: Figures;
  readonly places: readonly { readonly id: string; readonly figures: Figures }[];
}

async function statistics(town: TownStory, query: string): Promise<Statistics> {
  const response = await town.http(`/statistics?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Statistics;
}

/** One request done and liked, one refused and disliked, one that nobody took up in time; all of grid 52. */
async function oneOfEach(town: TownStory): Promise<void> {
  await town.submit();
  await town.reply('g52-a', '1');
  await town.advance('PT2H');
  await town.reply('g52-a', '1 已换灯泡');
  await town.replyAsResident('1');

  await town.submit({ description: '示例：另一盏路灯' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '2 不属本镇');
  await town.replyAsResident('1');

  await town.submit({ description: '示例：第三盏路灯' });
  await town.advance('P1D');
}

describe('the statistics of a period', () => {
  it('are the figures of what happened, in the town and in the grid where it happened', async () => {
    const town = story();
    await oneOfEach(town);
    const { total, places } = await statistics(town, `${AUGUST}&by=grid`);
    expect(total).toMatchObject({
      people: 0,
      received: 3,
      handled: 2,
      closed: 2,
      solved: 1,
      petitionsMediated: 0,
      yuan: 0,
      responseRate: { part: 2, of: 3 },
      onTimeRate: { part: 2, of: 3 },
      resolutionRate: { part: 1, of: 2, share: 0.5 },
      satisfactionRate: { part: 1, of: 1, share: 1 },
      medianHoursToClose: 0,
      p90HoursToClose: 2,
    });
    expect(places).toHaveLength(town.town.grids.length);
    const busy = places.filter(({ figures }) => figures.received > 0);
    expect(busy.map(({ id }) => id)).toEqual(['52']);
    expect(busy[0]?.figures).toEqual(total);
  });

  it('bring the definition of each figure with them', async () => {
    const { definitions, total } = await statistics(story(), AUGUST);
    expect(definitions.map(({ figure }) => figure).sort()).toEqual(Object.keys(total).sort());
    expect(definitions.find(({ figure }) => figure === 'handled')?.definition.en).toMatch(/first outcome/);
  });

  it('count local days, both included, and what is placed nowhere apart', async () => {
    const town = story();
    await town.submit({ village: undefined, group: undefined });
    const received = async (query: string) => (await statistics(town, query)).total.received;
    expect(await received('from=2026-08-24&to=2026-08-24')).toBe(1);
    expect(await received('from=2026-08-25&to=2026-08-31')).toBe(0);
    expect(await received('from=2026-08-01&to=2026-08-23')).toBe(0);
    const { places } = await statistics(town, `${AUGUST}&by=village`);
    expect(places.find(({ figures }) => figures.received === 1)?.id).toBe('none');
  });

  it("come as a table for spreadsheets, headed in the caller's language", async () => {
    const town = story();
    await oneOfEach(town);
    const byHeader = await town.http(`/statistics?${AUGUST}&by=village`, {
      headers: { accept: 'text/csv', 'accept-language': 'en' },
    });
    expect(byHeader.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(byHeader.headers.get('content-disposition')).toContain(
      'sanhehu-2026-08-01-2026-08-31-village.csv',
    );
    const bytes = Buffer.from(await byHeader.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').trim().split('\r\n');
    expect(lines[0]).toContain('People visited and received');
    expect(lines).toHaveLength(town.town.villages.length + 2);
    expect(lines.at(-1)).toMatch(/^,Total,0,2,1,0,0,3,2,0\.6667,2,3/);
    const byQuery = await town.http(`/statistics?${AUGUST}&format=csv`);
    expect(await byQuery.text()).toContain('走访接待群众');
  });

  it.each([
    ['', ['/from', '/to']],
    ['from=2026-02-30&to=2026-08-31', ['/from']],
    ['from=2026-08-31&to=2026-08-01', ['/to']],
    [`${AUGUST}&by=street`, ['/by']],
    [`${AUGUST}&order=best`, ['/order']],
  ])('are refused for "%s", by the field that is wrong', async (query, fields) => {
    const response = await story().http(`/statistics?${query}`, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(400);
    const problem = (await response.json()) as { errors: { field: string; message: string }[] };
    expect(problem.errors.map(({ field }) => field)).toEqual(fields);
    expect(problem.errors[0]?.message).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('the bulletin', () => {
  const counts = {
    reported: 3,
    handled: 2,
    closed: 1,
    carriedOver: 1,
    overdue: 0,
    waiting: { department: 1 },
  };
  const close = (town: TownStory, date: string) =>
    new RoundStore(openTable(town.output('TableName'), town.cloud.endpoint)).save({
      town: 'sanhehu',
      kind: 'daily-close',
      date,
      version: 0,
      report: {
        date,
        total: counts,
        grids: [{ grid: 52, ...counts }],
        carriedOver: [{ request: '7Q3K9M2X' }],
      },
    });

  it('shows what a day was closed with, by default the last one, and nothing else of the report', async () => {
    const town = story();
    await close(town, '2026-08-21');
    await close(town, '2026-08-24');
    const last = (await (await town.http('/bulletin')).json()) as object;
    expect(last).toMatchObject({ town: 'sanhehu', date: '2026-08-24', total: counts });
    expect(last).not.toHaveProperty('carriedOver');
    const earlier = (await (await town.http('/bulletin?date=2026-08-21')).json()) as { grids: object[] };
    const village = town.town.villages.find(({ id }) => id === 'zhukou')?.name;
    expect(earlier.grids).toEqual([{ grid: 52, name: town.town.grids[51]?.name, village, ...counts }]);
  });

  it('is not there for a day that was not closed', async () => {
    const town = story();
    expect((await town.http('/bulletin')).status).toBe(404);
    expect((await town.http('/bulletin?date=2026-08-22')).status).toBe(404);
    expect((await town.http('/bulletin?date=yesterday')).status).toBe(400);
  });
});
