import { fingerprintOf, readCandidates } from '../../../domain/inspections/sample-lot.js';
import { inspectionReportSchema } from '../../../domain/inspections/inspection-report.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { createHoldInspection } from '../../../functions/workflow/hold-inspection/handler.js';
import { aRequest } from '../../domain/request/a-request.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';
import { asked, takeIn } from '../a-case.js';

const { begin } = eachWorld();
const TOWN = 'small-town';
const GRIDS = [1, 2, 3];

const step = (world: FunctionWorld, action: string, more: object = {}) =>
  createHoldInspection(world.services)({
    contract: 1,
    town: TOWN,
    date: '2026-08',
    kind: 'monthly-inspection',
    startedAt: new Date(world.at).toISOString(),
    at: new Date(world.at).toISOString(),
    action,
    ...more,
  });

/** Requests that were closed in the month, in the three grids by turns. */
async function closedRequests(world: FunctionWorld, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const record: RequestRecord = {
      ...aRequest({ id: `7${String(i).padStart(7, '0')}`, at: world.at - 86_400_000, submission: `s${i}` }),
      grid: GRIDS[i % 3] ?? 1,
      owner: 'a1',
      status: 'closed',
      closedAs: i % 5 === 0 ? 'no_answer' : 'satisfied',
      closedAt: world.at - 3_600_000,
    };
    await world.services.requests.create(record, { phone: RESIDENT, description: 'sample' });
  }
}

const reportOf = async (world: FunctionWorld) =>
  inspectionReportSchema.parse(
    (await world.services.rounds.find(TOWN, 'monthly-inspection', '2026-08'))?.report,
  );

describe('a month with more requests than are called about', () => {
  it('has a hundred drawn from its lot over all grids, and a repeated step draws none anew', async () => {
    const world = await begin();
    await closedRequests(world, 130);
    await step(world, 'publish-seed');
    const lot = await world.services.lots.find(TOWN, '2026-08');
    expect(readCandidates(lot?.list ?? '')).toHaveLength(130);
    const next = await step(world, 'assign');
    const { checks } = await reportOf(world);
    expect(checks).toHaveLength(100);
    expect(new Set(checks.map(({ grid }) => grid))).toEqual(new Set(GRIDS));
    expect(next).toMatchObject({ to: 'check', checks: [], callsAtOnce: 5 });

    world.at += 3_600_000;
    await step(world, 'publish-seed');
    expect(await step(world, 'assign')).toMatchObject({ to: 'check' });
    expect(await world.services.lots.find(TOWN, '2026-08')).toEqual(lot);
    expect((await reportOf(world)).checks).toEqual(checks);
  });

  it('is told the seed before anything is drawn', async () => {
    const world = await begin();
    await closedRequests(world, 3);
    await step(world, 'publish-seed');
    const lot = await world.services.lots.find(TOWN, '2026-08');
    const told = world.textsTo(world.phoneOf('l1')).at(-1) ?? '';
    expect(told).toContain(`seed=${lot?.seed}`);
    expect(told).toContain(`fingerprint=${fingerprintOf(lot?.list ?? '').slice(0, 12)}`);
    expect((await reportOf(world)).checks).toEqual([]);
  });

  it('begins where the month before ended', async () => {
    const world = await begin();
    await step(world, 'publish-seed', { date: '2026-07' });
    world.at += 86_400_000;
    await closedRequests(world, 3);
    await step(world, 'publish-seed');
    const [july, august] = [
      await world.services.lots.find(TOWN, '2026-07'),
      await world.services.lots.find(TOWN, '2026-08'),
    ];
    expect(august?.period.from).toBe(july?.period.to);
    expect(readCandidates(august?.list ?? '')).toHaveLength(3);
  });
});

describe('an inspection that fails', () => {
  it('is tried again ever less often, until its time is over', async () => {
    const world = await begin();
    const after = (failures: number) => step(world, 'attention', { failures });
    expect(await after(1)).toEqual({ to: 'again', pauseSeconds: 1800 });
    expect(await after(2)).toEqual({ to: 'again', pauseSeconds: 3600 });
    expect(await after(40)).toEqual({ to: 'again', pauseSeconds: 86_400 });
    expect(world.textsTo(world.phoneOf('d1'))).toHaveLength(1);
    const startedAt = new Date(world.at - 121 * 86_400_000).toISOString();
    expect(await step(world, 'attention', { failures: 3, startedAt })).toMatchObject({ to: 'over' });
  });
});

describe('a request whose number is that of a member of staff', () => {
  it('says so, so that nobody calls a cadre to hear whether the cadre did well', async () => {
    const world = await begin();
    const own = await takeIn(world, 'street-light', { phone: world.phoneOf('a1') });
    const other = await takeIn(world, 'road');
    const { requests } = world.services;
    expect((await requests.load(TOWN, own)).phoneOfStaff).toBe(true);
    expect((await requests.load(TOWN, other)).phoneOfStaff).toBeUndefined();
  });
});

describe('the pack of a grid', () => {
  it('counts what its team was texted and asked in the period, and is made once', async () => {
    const world = await begin();
    await asked(world);
    await asked(world, 'road');
    world.at += 2 * 86_400_000;
    await step(world, 'publish-seed');
    expect(await step(world, 'pack')).toEqual({ to: 'draw' });
    const made = await world.services.packs.find(TOWN, '2026-08', 1);
    expect(made).toMatchObject({
      figures: { received: 2 },
      open: 2,
      effort: { people: 3, texts: 2, asks: 2 },
    });
    await asked(world, 'gas-leak');
    await step(world, 'pack');
    expect(await world.services.packs.find(TOWN, '2026-08', 1)).toEqual(made);
    expect((await world.services.packs.find(TOWN, '2026-08', 2))?.effort).toMatchObject({
      texts: 0,
      asks: 0,
    });
  });
});
