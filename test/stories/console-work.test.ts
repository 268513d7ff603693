import type { Role } from '../../domain/access/permissions.js';
import type { RoundAnswer, RoundsAnswer, TaskAnswer, TasksAnswer } from '../../contracts/console/work.js';
import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

/** A leader of the town, who signs in to the console, too. */
const SUPERVISOR = 'town-leader-1';

/** Monday, just before the weekly inspection, which checks one grid; no visits. */
const story = eachStory({
  at: Date.parse('2026-08-24T08:20:00+08:00'),
  console: true,
  change: (town) => ({
    ...town,
    households: [],
    supervisors: [{ staff: SUPERVISOR, role: 'leader', village: 'zhukou' }],
  }),
});

async function seen<Answer>(town: TownStory, role: Role, path: string): Promise<Answer> {
  const response = await town.admin(role, path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}
const rounds = (town: TownStory, query = '', role: Role = 'leader') =>
  seen<RoundsAnswer>(town, role, `/admin/rounds${query}`);
const tasks = (town: TownStory, query = '', role: Role = 'leader') =>
  seen<TasksAnswer>(town, role, `/admin/tasks${query}`);
const names = ({ items }: RoundsAnswer): string[] => items.map(({ kind, date }) => `${kind} ${date}`);

describe('the recurring systems in the console', () => {
  it('are listed the latest first, a page at a time, each with its figures', async () => {
    const town = story();
    await town.submit();
    await town.advance('P2D');
    const first = await rounds(town, '?limit=2');
    const second = await rounds(town, `?limit=50&cursor=${first.cursor}`);
    const all = await rounds(town);
    expect(names(all).length).toBeGreaterThan(3);
    expect([...names(first), ...names(second)]).toEqual(names(all));
    expect(second.cursor).toBeUndefined();
    const closes = await rounds(town, '?kind=daily-close');
    expect(closes.items).toMatchObject([
      { date: '2026-08-25', total: { reported: 0, carriedOver: 1 } },
      { date: '2026-08-24', total: { reported: 1, carriedOver: 1 } },
    ]);
  });

  it('show what each reports, to whoever may see it', async () => {
    const town = story();
    await town.submit();
    await town.advance('PT15M');
    await town.reply(SUPERVISOR, '2 1 示例：台账不全');
    await town.advance('PT10H');
    const close = await seen<RoundAnswer>(town, 'duty-desk', '/admin/rounds/daily-close/2026-08-24');
    expect(close).toMatchObject({ kind: 'daily-close', grids: [{ grid: 52, reported: 1 }] });
    const inspection = '/admin/rounds/weekly-inspection/2026-08-24';
    expect(await seen<RoundAnswer>(town, 'inspector', inspection)).toMatchObject({
      checks: 1,
      failed: 1,
      results: [{ by: SUPERVISOR, byName: town.nameOf(SUPERVISOR), result: 'failed' }],
    });
    expect((await town.admin('duty-desk', inspection)).status).toBe(403);
    expect(names(await rounds(town, '', 'duty-desk')).join()).not.toContain('inspection');
    expect((await town.admin('leader', '/admin/rounds/weekly-inspection/2026-08-25')).status).toBe(404);
    expect((await town.admin('leader', '/admin/rounds/weekly-tea/2026-08-24')).status).toBe(404);
  });
});

describe('the tasks of the staff in the console', () => {
  it('are found open, with who is asked until when, and closed, with how they ended', async () => {
    const town = story();
    await town.advance('PT15M');
    const { items: open } = await tasks(town);
    expect(open).toMatchObject([
      { kind: 'check', asked: SUPERVISOR, askedName: town.nameOf(SUPERVISOR), silences: 0 },
    ]);
    expect((await tasks(town, '?state=closed')).items).toEqual([]);
    await town.reply(SUPERVISOR, '1');
    expect((await tasks(town)).items).toEqual([]);
    const { items: closed } = await tasks(town, '?state=closed');
    expect(closed).toMatchObject([{ id: open[0]?.id, result: 'passed' }]);
    expect(closed[0]?.asked).toBeUndefined();
  });

  it('show what was said to whoever may see it, which is noted, and to nobody else', async () => {
    const town = story();
    await town.advance('PT15M');
    await town.reply(SUPERVISOR, '2 1 示例：台账不全');
    const { items } = await tasks(town, '?kind=rectification');
    const path = `/admin/tasks/${items[0]?.id}`;
    const task = await seen<TaskAnswer>(town, 'inspector', path);
    expect(task).toMatchObject({
      kind: 'rectification',
      finding: { words: '示例：台账不全', by: SUPERVISOR, points: [{}] },
      execution: { machine: 'staff-task', name: items[0]?.id },
    });
    expect(task.timeline.map(({ type }) => type)).toContain('asked');
    expect((await town.admin('duty-desk', path)).status).toBe(403);
    expect((await tasks(town, '', 'duty-desk')).items).toEqual([]);
    expect((await town.admin('duty-desk', '/admin/tasks?kind=check')).status).toBe(403);
    expect((await town.admin('leader', '/admin/tasks/7Q3K9M2A')).status).toBe(404);
  });

  it('that wait for whoever looks are found by themselves', async () => {
    const town = story();
    await town.advance('PT15M');
    expect((await tasks(town, '?of=me')).items).toMatchObject([{ kind: 'check', asked: SUPERVISOR }]);
    expect((await tasks(town, '?of=me', 'inspector')).items).toEqual([]);
    // Whoever has no post in the town is asked nothing.
    expect((await tasks(town, '', 'administrator')).items).toHaveLength(1);
    expect((await tasks(town, '?of=me', 'administrator')).items).toEqual([]);
  });

  it('are filtered by what they are about and paged', async () => {
    const town = story();
    await town.advance('PT15M');
    await town.reply(SUPERVISOR, '2 1 示例：台账不全');
    const { items } = await tasks(town);
    expect(items).toHaveLength(1);
    const { grid } = items[0] ?? {};
    expect((await tasks(town, `?grid=${grid}`)).items).toHaveLength(1);
    expect((await tasks(town, '?grid=1')).items).toEqual([]);
    const page = await tasks(town, '?limit=1');
    expect((await tasks(town, `?cursor=${page.cursor}`)).items).toEqual([]);
    expect((await town.admin('leader', '/admin/tasks?cursor=x')).status).toBe(400);
  });
});
