import { ENVIRONMENT } from '../../../adapters/environment.js';
import { createPlanVisits } from '../../../functions/workflow/plan-visits/handler.js';
import { eachWorld } from '../each-world.js';

const { begin } = eachWorld();
const DATE = '2026-08-24';
const AT = '2026-08-24T09:00:00+08:00';
/** The lists of a wide town; in all but a few of its grids nobody is due. */
const LISTS = 95;

beforeEach(() => {
  process.env[ENVIRONMENT.pages] = 'https://grid.example';
});
afterEach(() => {
  delete process.env[ENVIRONMENT.pages];
});

async function listed() {
  const world = await begin();
  const { id } = world.town.settings;
  const [first = 0, second = 0] = world.town.grids.map(({ number }) => number);
  const due = [{ household: 1, class: 'red', dueOn: DATE, carriedOver: false }];
  const grids = Array.from({ length: LISTS }, (_, n) => ({
    grid: 1000 + n,
    due: [] as typeof due,
    waiting: 0,
  }));
  grids[0] = { grid: first, due, waiting: 0 };
  grids[LISTS - 1] = { grid: second, due, waiting: 0 };
  await world.services.rounds.save({
    town: id,
    kind: 'visit-round',
    date: DATE,
    version: 0,
    report: { grids },
  });
  const tell = (after?: number) =>
    createPlanVisits(world.services)({ contract: 1, town: id, date: DATE, at: AT, action: 'tell', after });
  return { world, tell };
}

describe('the lists of a week of visits', () => {
  it('are texted forty grids a call, the last saying that there is no more', async () => {
    const { world, tell } = await listed();
    expect(await tell(0)).toEqual({ to: 'more', after: 40 });
    const told = world.texts.length;
    expect(told).toBeGreaterThan(0);
    expect(await tell(40)).toEqual({ to: 'more', after: 80 });
    expect(world.texts).toHaveLength(told);
    expect(await tell(80)).toEqual({ to: 'next' });
    expect(world.texts).toHaveLength(2 * told);
  });

  it('are all texted in one call for a round that began before calls were bounded', async () => {
    const { world, tell } = await listed();
    expect(await tell()).toEqual({ to: 'next' });
    expect(new Set(world.texts.map(({ to }) => to)).size).toBe(2);
  });
});
