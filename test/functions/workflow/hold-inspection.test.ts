import { fingerprintOf, readCandidates } from '../../../domain/inspections/sample-lot.js';
import { inspectionReportSchema } from '../../../domain/inspections/inspection-report.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { createHoldInspection } from '../../../functions/workflow/hold-inspection/handler.js';
import { aRequest } from '../../domain/request/a-request.js';
import type { Town } from '../../../domain/town/schema.js';
import { drawSample } from '../../../domain/inspections/draw-sample.js';
import { caseTown } from '../../domain/request/case-town.js';
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

function missing(): never {
  throw new Error('there is none');
}

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

describe('a month with more checks than are done in one call', () => {
  it('has all of them assigned, the same as in one go, though a call comes twice', async () => {
    const world = await begin();
    await closedRequests(world, 130);
    await step(world, 'publish-seed');
    expect(await step(world, 'assign', { after: 0 })).toEqual({ to: 'assign', after: 40 });
    expect((await reportOf(world)).assignedAt).toBeUndefined();
    // The call of before comes again: it goes on where the report stands.
    expect(await step(world, 'assign', { after: 0 })).toEqual({ to: 'assign', after: 80 });
    expect(await step(world, 'assign', { after: 80 })).toMatchObject({ to: 'check' });
    const { checks } = await reportOf(world);
    const lot = await world.services.lots.find(TOWN, '2026-08');
    const drawn = drawSample(readCandidates(lot?.list ?? ''), lot ?? missing()).map(({ id }) => id);
    expect(checks.map(({ request }) => request)).toEqual(drawn);
    expect(new Set(checks.map(({ task }) => task)).size).toBe(100);
    expect(await step(world, 'assign', { after: 0 })).toMatchObject({ to: 'check' });
    expect((await reportOf(world)).checks).toEqual(checks);
  });

  it('has all of them reported and every finding put right once, though a call comes twice', async () => {
    const world = await begin();
    await closedRequests(world, 130);
    await step(world, 'publish-seed');
    await step(world, 'assign');
    const { checks } = await reportOf(world);
    for (const [n, { task }] of checks.entries()) {
      const stored = await world.services.tasks.load(TOWN, task);
      const result = n % 10 === 0 ? 'unsatisfied' : 'satisfied';
      await world.services.tasks.save({ ...stored, result, by: 'd1', closedAt: world.at });
    }
    expect(await step(world, 'report')).toEqual({ to: 'report' });
    expect((await reportOf(world)).publishedAt).toBeUndefined();
    expect(await step(world, 'report')).toEqual({ to: 'report' });
    expect(await step(world, 'report')).toMatchObject({ to: 'rectify', rectifications: { length: 10 } });
    const published = await reportOf(world);
    const rectified = published.checks.flatMap(({ rectification }) => rectification ?? []);
    expect([rectified.length, new Set(rectified).size]).toEqual([10, 10]);
    expect(published.checks.filter(({ result }) => result === undefined)).toEqual([]);
    const told = world.texts.length;
    expect(await step(world, 'report')).toMatchObject({ to: 'rectify' });
    expect(world.texts).toHaveLength(told);
    expect(await reportOf(world)).toEqual(published);
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

const numbered = (town: Town, count: number): Town => {
  const [grid] = town.grids;
  const more = Array.from({ length: count }, (_, n) => ({ ...(grid ?? missing()), number: n + 100 }));
  return { ...town, grids: [...town.grids, ...more] };
};

describe('the packs of a town with more grids than one call makes', () => {
  it('are all made, and each is the same as in one go, though a call comes twice', async () => {
    const town = numbered(caseTown(), 45);
    const [some, whole] = [await begin(town), await begin(town)];
    for (const world of [some, whole]) {
      await asked(world);
      world.at += 2 * 86_400_000;
      await step(world, 'publish-seed');
    }
    const first = await step(some, 'pack', { after: 0 });
    expect(first).toEqual({ to: 'pack', after: 136 });
    expect(await step(some, 'pack', { after: 0 })).toEqual(first);
    expect(await some.services.packs.find(TOWN, '2026-08', 137)).toBeUndefined();
    expect(await step(some, 'pack', { after: 136 })).toEqual({ to: 'draw' });
    expect(await step(whole, 'pack')).toEqual({ to: 'draw' });
    for (const { number } of town.grids)
      expect(await some.services.packs.find(TOWN, '2026-08', number)).toEqual(
        await whole.services.packs.find(TOWN, '2026-08', number),
      );
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
