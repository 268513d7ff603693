import type { Services } from '../../../adapters/services.js';
import {
  type HeldInspection,
  INSPECTION_KINDS,
  type InspectionKind,
  inspectionReportSchema,
} from '../../../domain/inspections/inspection-report.js';
import { type PublishedPlace, publishedReport } from '../../../domain/inspections/published-report.js';
import { fingerprintOf, readCandidates, type SampleLot } from '../../../domain/inspections/sample-lot.js';
import type { Town } from '../../../domain/town/schema.js';
import { Problem } from '../../http/problem.js';
import { whichTown } from '../../http/which-town.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { showPack } from './show-pack.js';
import { loadTasks, lookForInspection, rectificationsOf } from '../../use-cases/find-inspection.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

const CACHED = { 'cache-control': 'public, max-age=60' };
/** Of each kind: a quarter of a year of weekly ones, a year of monthly ones. */
const LATEST = 12;

/** `GET /inspections`, `/inspections/{kind}/{date}`, `/inspections/monthly/{date}/packs/{grid}`: public reports. */
export const createReadInspections = (services: Effects) =>
  routeHandler('read-inspections', ROUTES, {
    list: async (call) => list(services, await townOf(services, call), call),
    inspection: async (call) => show(services, await townOf(services, call), call),
    pack: async (call) => showPack(services, await townOf(services, call), call),
  });

async function townOf(
  services: Effects,
  call: Pick<CallOf<typeof ROUTES.list>, 'query' | 'event'>,
): Promise<Town> {
  call.query();
  return (await whichTown(services, call.event)).town;
}

const KINDS = { 'weekly-inspection': 'weekly', 'monthly-inspection': 'monthly' } as const;

async function list({ rounds }: Effects, { settings }: Town, call: CallOf<typeof ROUTES.list>) {
  const found = await Promise.all(INSPECTION_KINDS.map((kind) => rounds.newest(settings.id, kind, LATEST)));
  const held = found.flatMap((some, i) =>
    some.map(({ date, report }) => ({
      kind: INSPECTION_KINDS[i] ?? 'weekly-inspection',
      date,
      report: inspectionReportSchema.parse(report),
    })),
  );
  return call.answer(
    200,
    {
      town: settings.id,
      inspections: held.toSorted((a, b) => b.report.startedAt - a.report.startedAt).map(headOf),
    },
    CACHED,
  );
}

const moment = (at: number): string => new Date(at).toISOString();

function headOf({ kind, date, report }: HeldInspection) {
  const { startedAt, publishedAt, closedAt } = report;
  const published = publishedAt === undefined ? 'under-way' : 'published';
  return {
    kind: KINDS[kind],
    date,
    state: closedAt === undefined ? published : 'closed',
    startedAt: moment(startedAt),
    ...(publishedAt === undefined ? {} : { publishedAt: moment(publishedAt) }),
    ...(closedAt === undefined ? {} : { closedAt: moment(closedAt) }),
  } as const;
}

async function show(services: Effects, town: Town, call: CallOf<typeof ROUTES.inspection>) {
  const { kind: word, date } = call.params;
  const kind: InspectionKind | undefined = INSPECTION_KINDS.find((one) => KINDS[one] === word);
  const inspection = kind && (await lookForInspection(services, town, { kind, date }));
  if (!inspection) throw new Problem('not-found');
  const lot = kind === 'monthly-inspection' ? await services.lots.find(town.settings.id, date) : undefined;
  const rectifications = await loadTasks(services, town, rectificationsOf(inspection.report.checks));
  const { total, grids, offices } = publishedReport(inspection, town, rectifications);
  const names = new Map(town.grids.map(({ number, name }) => [number, name]));
  return call.answer(
    200,
    {
      town: town.settings.id,
      ...headOf(inspection),
      methods: methodsOf(inspection, town),
      ...(lot ? { sample: sampleView(lot, inspection) } : {}),
      total,
      grids: grids.map(({ grid, ...place }) => ({ grid, name: names.get(grid), ...placeView(place) })),
      offices: offices.map(({ department, ...place }) => ({
        department,
        name: town.departments.find(({ id }) => id === department)?.name,
        ...placeView(place),
      })),
    },
    CACHED,
  );
}

/** The seed and the list's fingerprint at once; the list and who was drawn when nobody can use them to prepare. */
function sampleView(lot: SampleLot, { report }: HeldInspection) {
  const { seed, atLeast, period, list, at } = lot;
  return {
    publishedAt: moment(at),
    seed,
    atLeast,
    from: moment(period.from),
    to: moment(period.to),
    candidates: readCandidates(list).length,
    fingerprint: fingerprintOf(list),
    ...(report.publishedAt === undefined
      ? {}
      : { list, drawn: report.checks.flatMap(({ request }) => request ?? []) }),
  };
}

/** The forms by which it was checked, once it may be known what was checked. */
function methodsOf({ report }: HeldInspection, { inspections }: Town) {
  const used = new Set(report.publishedAt === undefined ? [] : report.checks.map(({ method }) => method));
  return inspections.methods
    .filter(({ id }) => used.has(id))
    .map(({ id, name, form }) => ({ id, name, form: form.map(({ label }) => label) }));
}

const placeView = ({ findings, ...counts }: PublishedPlace) => ({
  ...counts,
  findings: findings.map(({ points, dueAt, ...finding }) => ({
    ...finding,
    points: [...points],
    ...(dueAt === undefined ? {} : { dueAt: moment(dueAt) }),
  })),
});
