import { ENVIRONMENT } from '../../../adapters/environment.js';
import { createStartRounds } from '../../../functions/schedules/start-rounds/handler.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin, logged } = eachWorld();

/** A Tuesday, when the sample town's daily close is due. */
const DUE = '2026-08-25T17:30:00+08:00';

const start = (world: FunctionWorld, at = DUE) => world.scheduled(createStartRounds, at);

afterEach(() => {
  delete process.env[ENVIRONMENT['daily-close']];
});

describe('the schedule', () => {
  beforeEach(() => {
    process.env[ENVIRONMENT['daily-close']] = 'arn:daily-close';
  });

  it('starts what is due, named after the town and the day, once', async () => {
    const world = await begin();
    await start(world, '2026-08-25T17:00:00+08:00');
    expect(world.started).toEqual([]);
    await start(world);
    await start(world, '2026-08-25T18:00:00+08:00');
    expect(world.started).toEqual(['small-town-2026-08-25']);
  });

  it('leaves alone a round that is stored', async () => {
    const world = await begin();
    const round = {
      town: 'small-town',
      kind: 'daily-close',
      date: '2026-08-25',
      version: 0,
      report: {},
    } as const;
    await world.services.rounds.save(round);
    await start(world);
    expect(world.started).toEqual([]);
  });

  it('that could not start one does at the next half hour', async () => {
    const world = await begin();
    world.failures.engine = 1;
    await start(world);
    expect(world.started).toEqual([]);
    expect(logged().join()).toContain('rounds not started');
    await start(world, '2026-08-25T18:00:00+08:00');
    expect(world.started).toEqual(['small-town-2026-08-25']);
  });
});

it('a kind of round that has no machine is not started', async () => {
  const world = await begin();
  await start(world);
  expect(world.started).toEqual([]);
  expect(logged()).toEqual([]);
});
