import type { Leave, Staff, Town } from '../../../domain/town/schema.js';
import { createHandOverPosts } from '../../../functions/schedules/hand-over-posts/handler.js';
import { asked } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();
const RUN = '2026-08-24T01:30:00.000Z';

/** So many more of the staff, each away today; invented. */
function away(count: number): { staff: Staff[]; leave: Leave[] } {
  const staff = Array.from({ length: count }, (_, n): Staff => ({
    id: `away-${n}`,
    name: `Sample ${n}`,
    phone: `+861990002${String(n).padStart(4, '0')}`,
    duty: 'village-cadre',
    language: 'en',
  }));
  return { staff, leave: staff.map(({ id }) => ({ staff: id, from: '2026-08-24', to: '2026-08-24' })) };
}

/** The next version of the town. */
const change = async (world: FunctionWorld, how: (town: Town) => Partial<Town>): Promise<void> => {
  const { town } = await world.services.towns.load(world.town.settings.id);
  await world.services.towns.importTown({ ...town, ...how(town) });
};

/** The cadre's post of grid 1 is this person's now. */
const grid = (a: string) => (town: Town) => ({
  grids: town.grids.map((one) => (one.number === 1 ? { ...one, posts: { ...one.posts, a, c: 'w1' } } : one)),
});

/** These of the sample staff are contacts of the water works now. */
const contacts = (more: readonly Staff[]) => (town: Town) => ({
  departments: town.departments.map((one) =>
    one.id === 'water'
      ? {
          ...one,
          contacts: [...one.contacts.filter((id) => !id.startsWith('away-')), ...more.map(({ id }) => id)],
        }
      : one,
  ),
});

const told = (world: FunctionWorld, staff: string, text: string): string[] =>
  world.textsTo(world.phoneOf(staff)).filter((body) => body.includes(text));

describe('a morning on which many leaves begin', () => {
  it('hands over twenty a call, all in one run, and tells each stand-in once', async () => {
    const world = await begin();
    await asked(world);
    const more = away(45);
    await change(world, ({ staff, leave }) => ({
      staff: [...staff, ...more.staff],
      leave: [...leave, { staff: 'a1', from: '2026-08-24', to: '2026-08-25' }, ...more.leave],
    }));
    expect(await world.scheduled(createHandOverPosts, RUN)).toBe(3);
    expect(told(world, 'b1', 'told-stands-in')).toHaveLength(1);
    expect(await world.services.towns.handovers('small-town')).toHaveLength(46);
    expect(await world.scheduled(createHandOverPosts, RUN)).toBe(1);
    expect(told(world, 'b1', 'told-stands-in')).toHaveLength(1);
  });
});

describe('a post that two others had before', () => {
  it('is handed over to whoever has it now once, from the last, however many left between them', async () => {
    const world = await begin();
    await asked(world);
    const between = away(30).staff;
    await change(world, (town) => ({ staff: [...town.staff, ...between] }));
    await change(world, contacts(between));
    await change(world, grid('c2'));
    await change(world, contacts([]));
    await change(world, grid('c1'));
    expect(await world.scheduled(createHandOverPosts, RUN)).toBe(2);
    const texts = told(world, 'c1', 'told-succeeds');
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Sample c2');
  });
});

describe('what one left behind whose successor is away', () => {
  it('is handed over once, by the leave, though that is told in another call', async () => {
    const world = await begin();
    await asked(world);
    const between = away(30).staff;
    await change(world, (town) => ({ staff: [...town.staff, ...between] }));
    await change(world, contacts(between));
    await change(world, contacts([]));
    await change(world, grid('c2'));
    await change(world, ({ leave }) => ({
      leave: [...leave, { staff: 'c2', from: '2026-08-24', to: '2026-08-25' }],
    }));
    expect(await world.scheduled(createHandOverPosts, RUN)).toBe(2);
    const texts = world.texts
      .map(({ body }) => body)
      .filter((body) => /told-(succeeds|stands-in)/.test(body));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/told-stands-in.*Sample c2/);
  });
});
