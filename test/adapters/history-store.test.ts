import type { Round } from '../../domain/rounds/round.js';
import { aRequest, MONDAY_9_AM } from '../domain/request/a-request.js';
import { eachWorld } from '../functions/each-world.js';

const { begin } = eachWorld();
const TOWN = 'small-town';
const person = { phone: '+8619900000901', description: 'sample words' };
const request = (id: string, at: number, grid?: number) => ({
  ...aRequest({ id, at }),
  submission: id,
  ...(grid === undefined ? {} : { grid }),
});

describe('the history', () => {
  it('of a grid holds what began in the span, its end excluded, open or closed', async () => {
    const { services } = await begin();
    const moments = [-1, 0, 1, 10, 11].map((minutes) => MONDAY_9_AM + minutes * 60_000);
    for (const [i, at] of moments.entries())
      await services.requests.create(
        { ...request(`R${i}`, at, 1), ...(i === 2 ? { closedAs: 'satisfied', status: 'closed' } : {}) },
        person,
      );
    const found = await services.history.requests(TOWN, [1], {
      from: MONDAY_9_AM,
      to: MONDAY_9_AM + 10 * 60_000,
    });
    expect(found.map(({ id }) => id)).toEqual(['R1', 'R2']);
    expect(found[1]?.closedAs).toBe('satisfied');
  });

  it('of a town is that of its grids, those in no grid under 0, and moves with a request', async () => {
    const { services } = await begin();
    const span = { from: MONDAY_9_AM, to: MONDAY_9_AM + 1 };
    const unplaced = request('R0', MONDAY_9_AM);
    await services.requests.create(unplaced, person);
    await services.requests.create(request('R3', MONDAY_9_AM, 3), person);
    const all = async () => {
      const found = await services.history.requests(TOWN, [0, 1, 2, 3], span);
      return found.map(({ id, grid }) => [id, grid]);
    };
    expect(await all()).toEqual([
      ['R0', undefined],
      ['R3', 3],
    ]);
    await services.requests.save({ ...unplaced, grid: 3 });
    expect(await all()).toEqual([
      ['R0', 3],
      ['R3', 3],
    ]);
  });

  it('of one town shows nothing of another', async () => {
    const { services } = await begin();
    await services.requests.create({ ...request('R1', MONDAY_9_AM), town: 'other-town' }, person);
    expect(await services.history.requests(TOWN, [0], { from: 0, to: Date.parse('2100-01-01') })).toEqual([]);
  });
});

describe('a round', () => {
  const round = (date: string, version = 0): Round => ({
    town: TOWN,
    kind: 'daily-close',
    date,
    version,
    report: { date, total: 1 },
  });

  it('is kept once, and changed only by whoever read it last', async () => {
    const { rounds } = (await begin()).services;
    expect(await rounds.save(round('2026-08-24'))).toBe(true);
    expect(await rounds.save(round('2026-08-24'))).toBe(false);
    const found = await rounds.find(TOWN, 'daily-close', '2026-08-24');
    expect(found).toEqual(round('2026-08-24', 1));
    expect(await rounds.save({ ...round('2026-08-24'), version: 1, report: {} })).toBe(true);
    expect(await rounds.save({ ...round('2026-08-24'), version: 1, report: {} })).toBe(false);
  });

  it('that is the latest is that of the last day', async () => {
    const { rounds } = (await begin()).services;
    expect(await rounds.latest(TOWN, 'daily-close')).toBeUndefined();
    for (const date of ['2026-08-25', '2026-08-31', '2026-08-26']) await rounds.save(round(date));
    expect((await rounds.latest(TOWN, 'daily-close'))?.date).toBe('2026-08-31');
    expect(await rounds.latest(TOWN, 'visit-round')).toBeUndefined();
  });
});
