import type { Role } from '../../domain/access/permissions.js';
import type {
  CallSheetAnswer,
  FindingsAnswer,
  RoundAnswer,
  RoundsAnswer,
} from '../../contracts/console/work.js';
import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

/** Thursday evening before the last Friday of August 2026, the 28th. */
const EVENING_BEFORE = Date.parse('2026-08-27T17:40:00+08:00');
const ROUND = '/admin/rounds/monthly-inspection/2026-08';
const TEAM = ['inspection-team-1', 'inspection-team-2', 'inspection-team-3'] as const;

/** One office to check, by its files; no visits and no weekly checks. */
const oneOffice = (town: Town): Town => ({
  ...town,
  households: [],
  supervisors: [],
  inspections: { ...town.inspections, offices: [{ department: 'petition-office', methods: ['files'] }] },
});

const story = eachStory({ at: EVENING_BEFORE, console: true, change: oneOffice });

async function seen<Answer>(town: TownStory, path: string, role: Role = 'leader'): Promise<Answer> {
  const response = await town.admin(role, path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

async function inspection(town: TownStory) {
  const round = await seen<RoundAnswer>(town, ROUND);
  if (round.kind !== 'monthly-inspection') throw new Error(`it is a ${round.kind}`);
  return round;
}

/** A request is closed in the evening, and the inspection of the next morning draws it. */
async function drawn(town: TownStory): Promise<string> {
  const { id } = await town.submit();
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 示例：已修好');
  await town.replyAsResident('1');
  await town.advance('PT16H');
  return id;
}

/** Whoever has the one call of the inspection. */
async function caller(town: TownStory): Promise<string> {
  const { results } = await inspection(town);
  return results.find(({ request }) => request !== undefined)?.by ?? 'nobody';
}

/** Whoever of the team was texted such a thing last answers it. */
async function answer(town: TownStory, asked: RegExp, words: string): Promise<void> {
  for (const staff of TEAM) {
    const text = town.textsTo(town.phoneOf(staff)).findLast((body) => asked.test(body)) ?? '';
    const [, code] = /编码(\w{4})/.exec(text) ?? [];
    if (code !== undefined) await town.text(town.phoneOf(staff), `${code} ${words}`);
  }
}
const CALL = /请打电话问/;
const FILES = /请做资料检查/;
const AGAIN = /请再打电话问/;

const auditOf = async (town: TownStory) =>
  (await seen<{ items: { action: string; subject?: string; detail?: string }[] }>(town, '/admin/audit'))
    .items;

describe('an inspection in the console', () => {
  it('counts what was drawn, called, reached, found and put right while it is under way', async () => {
    const town = story();
    await drawn(town);
    const before = await inspection(town);
    expect(before).toMatchObject({ state: 'under-way', isAssigned: true });
    expect(before.progress).toEqual({
      drawn: 1,
      called: 0,
      reached: 0,
      checks: 1,
      made: 0,
      missed: 0,
      findings: 0,
      rectified: 0,
    });
    expect(before.results.map(({ dueAt }) => typeof dueAt)).toEqual(['string', 'string']);
    expect(before.forms.map(({ method, points }) => [method, points.length])).toEqual([
      ['telephone', 3],
      ['files', 3],
    ]);
    await answer(town, CALL, '2 2 示例：灯又坏了');
    const called = await inspection(town);
    expect(called.progress).toMatchObject({ called: 1, reached: 1, made: 0, findings: 1, rectified: 0 });
  });

  it('shows beside a finding who puts it right, until when, and how far that is', async () => {
    const town = story();
    await drawn(town);
    const by = await caller(town);
    await answer(town, CALL, '2 2 示例：灯又坏了');
    await answer(town, FILES, '1');
    const putRight = async () => (await inspection(town)).results.find(({ request }) => request)?.putRight;
    expect(await putRight()).toEqual({
      state: 'open',
      asked: 'g52-a',
      askedName: town.nameOf('g52-a'),
      dueAt: expect.any(String),
      failures: 0,
    });
    await town.reply('g52-a', '1 示例：已换灯');
    expect(await putRight()).toMatchObject({ state: 're-check', asked: by });
    await answer(town, AGAIN, '1 示例：亮了');
    expect(await putRight()).toEqual({ state: 'rectified', failures: 0 });
    expect((await inspection(town)).progress).toMatchObject({ findings: 1, rectified: 1 });
  });

  it('says what was found and what was done about it in words, which is noted', async () => {
    const town = story();
    await drawn(town);
    await answer(town, FILES, '1');
    await answer(town, CALL, '2 2 示例：灯又坏了');
    await town.reply('g52-a', '1 示例：已换灯');
    const { items } = await seen<FindingsAnswer>(town, `${ROUND}/findings`, 'inspector');
    expect(items).toEqual([{ check: expect.any(String), words: '示例：灯又坏了', answer: '示例：已换灯' }]);
    expect(await auditOf(town)).toContainEqual(
      expect.objectContaining({ action: 'findings.read', detail: '2026-08' }),
    );
    expect((await town.admin('duty-desk', `${ROUND}/findings`)).status).toBe(403);
    // After a re-check that failed, what was found at first is there still.
    await answer(town, AGAIN, '2 示例：还是不亮');
    const after = await seen<FindingsAnswer>(town, `${ROUND}/findings`, 'inspector');
    expect(after.items).toEqual([
      {
        check: expect.any(String),
        words: '示例：灯又坏了',
        answer: '示例：已换灯',
        recheck: '示例：还是不亮',
      },
    ]);
  });

  it('gives the numbers of a call sheet to whoever calls and to whoever may read people, and notes each', async () => {
    const town = story();
    const request = await drawn(town);
    const by = await caller(town);
    const sheet = await seen<CallSheetAnswer>(town, `${ROUND}/calls/${by}`);
    expect(sheet).toMatchObject({
      kind: 'monthly-inspection',
      by,
      byName: town.nameOf(by),
      calls: [{ request, grid: 52, name: RESIDENT.name, phone: RESIDENT.phone }],
    });
    expect(await auditOf(town)).toContainEqual(
      expect.objectContaining({ action: 'person.read', subject: request, detail: 'call-sheet' }),
    );
    // Who signs in as an inspector on this machine is the first of the team.
    const own = await seen<CallSheetAnswer>(town, `${ROUND}/calls/${by}`, 'inspector');
    expect(own.calls[0]?.phone).toBe(by === TEAM[0] ? RESIDENT.phone : undefined);
    expect(own.calls).toHaveLength(1);
    expect((await town.admin('duty-desk', `${ROUND}/calls/${by}`)).status).toBe(403);
    expect((await town.admin('leader', '/admin/rounds/daily-close/2026-08-27/calls/x')).status).toBe(404);
    expect((await seen<CallSheetAnswer>(town, `${ROUND}/calls/nobody`)).calls).toEqual([]);
  });

  it('keeps from an inspector the numbers that another calls', async () => {
    const town = story();
    await town.change((now) => ({
      ...now,
      // The first of the team is of the grid: nobody calls about their own.
      grids: now.grids.map((grid) =>
        grid.number === 52 ? { ...grid, posts: { ...grid.posts, c: TEAM[0] } } : grid,
      ),
    }));
    await drawn(town);
    const by = await caller(town);
    expect(by).not.toBe(TEAM[0]);
    const [call] = (await seen<CallSheetAnswer>(town, `${ROUND}/calls/${by}`, 'inspector')).calls;
    expect([call?.name, call?.phone]).toEqual([undefined, undefined]);
  });

  it('that has not begun is announced with its time', async () => {
    const town = story();
    const { next } = await seen<RoundsAnswer>(town, '/admin/rounds?kind=monthly-inspection');
    expect(next).toEqual([{ kind: 'monthly-inspection', date: '2026-08', at: '2026-08-28T01:00:00.000Z' }]);
    expect((await town.admin('leader', ROUND)).status).toBe(404);
  });

  it('without anybody to call says so by its counts', async () => {
    const town = story();
    await town.advance('PT16H');
    const { isAssigned, progress } = await inspection(town);
    expect([isAssigned, progress.drawn, progress.checks]).toEqual([true, 0, 1]);
  });
});
