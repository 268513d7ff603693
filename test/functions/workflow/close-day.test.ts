import { createCloseDay } from '../../../functions/workflow/close-day/handler.js';
import { closeReportSchema } from '../../../domain/daily-close/close-report.js';
import type { Town } from '../../../domain/town/schema.js';
import { caseTown } from '../../domain/request/case-town.js';
import { eachWorld } from '../each-world.js';

const { begin } = eachWorld();
const DATE = '2026-08-24';
const AT = '2026-08-24T17:30:00+08:00';
/** Grids of a wide town, each with a head of its own. */
const GRIDS = 95;

function wideTown(): Town {
  const town = caseTown();
  const [grid, head] = [town.grids[0], town.staff.find(({ id }) => id === 'a1')];
  if (!grid || !head) throw new Error('the small town has no head');
  const more = Array.from({ length: GRIDS }, (_, n) => n + 100);
  return {
    ...town,
    grids: [...town.grids, ...more.map((number) => ({ ...grid, number, posts: { a: `head-${number}` } }))],
    staff: [
      ...town.staff,
      ...more.map((number) => ({
        ...head,
        id: `head-${number}`,
        phone: `+8619911${String(number).padStart(6, '0')}`,
      })),
    ],
  };
}

const DAY = { reported: 1, handled: 0, closed: 0, carriedOver: 1, overdue: 0, waiting: {}, late: [] };

async function closed() {
  const world = await begin(wideTown());
  const { id } = world.town.settings;
  const step = (action: string, after?: number) =>
    createCloseDay(world.services)({ contract: 1, town: id, date: DATE, at: AT, action, after });
  await step('close');
  const round = await world.services.rounds.find(id, 'daily-close', DATE);
  const report = closeReportSchema.parse(round?.report);
  const grids = Array.from({ length: GRIDS }, (_, n) => ({ ...DAY, grid: n + 100 }));
  await world.services.rounds.save({
    town: id,
    kind: 'daily-close',
    date: DATE,
    version: round?.version ?? 0,
    report: { ...report, grids },
  });
  const heads = () => world.texts.map(({ to }) => to).filter((to) => to.startsWith('+8619911'));
  return { tell: (after?: number) => step('tell', after), heads };
}

describe('the day of a town with more people than are told in one call', () => {
  it('is told to all of them, each once, though a call comes twice', async () => {
    const { tell, heads } = await closed();
    expect(await tell(0)).toEqual({ to: 'more', after: 80 });
    expect(heads()).toHaveLength(80);
    expect(await tell(0)).toEqual({ to: 'more', after: 80 });
    expect(heads()).toHaveLength(80);
    expect(await tell(80)).toEqual({ to: 'next' });
    expect(await tell(80)).toEqual({ to: 'next' });
    expect([heads().length, new Set(heads()).size]).toEqual([GRIDS, GRIDS]);
  });

  it('is told in one call where its execution began before calls were bounded', async () => {
    const { tell, heads } = await closed();
    expect(await tell()).toEqual({ to: 'next' });
    expect(new Set(heads()).size).toBe(GRIDS);
  });
});
