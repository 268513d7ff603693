import { DomainError } from '../../../domain/domain-error.js';
import { checkKey, type PlannedCheck, plannedCheck } from '../../../domain/inspections/check-draft.js';
import type { InspectionNext } from '../../../domain/inspections/inspection-step.js';
import { officeChecks, sampleCalls } from '../../../domain/inspections/month-checks.js';
import { weekChecks } from '../../../domain/inspections/week-checks.js';
import type { Town } from '../../../domain/town/schema.js';
import {
  findInspection,
  lookForInspection,
  nextOf,
  type StoredInspection,
} from '../../use-cases/find-inspection.js';
import { storeTask } from '../open-task.js';
import { requestsReceived } from './requests-received.js';
import type { Effects, InspectionPayload } from './handler.js';
import { tellCalls } from './tell-inspection.js';

/** Checks stored in one go: some two calls each, and a function has thirty seconds. */
const AT_ONCE = 40;

/** Stores who checks what, so many a call. An inspection that has its checks keeps them: people may have been asked. */
export async function assignChecks(
  services: Effects,
  town: Town,
  payload: InspectionPayload,
): Promise<InspectionNext> {
  const before = await lookForInspection(services, town, payload);
  const assigned =
    before?.report.assignedAt === undefined ? await assign(services, town, payload, before) : before;
  if (assigned.report.assignedAt === undefined) return { to: 'assign', after: assigned.report.checks.length };
  if (assigned.report.publishedAt === undefined) await tellCalls(services, town, assigned, payload.at);
  return nextOf(services, town, assigned, payload.at);
}

async function assign(
  services: Effects,
  town: Town,
  payload: InspectionPayload,
  before: StoredInspection | undefined,
): Promise<StoredInspection> {
  const { kind, date, startedAt, at, after } = payload;
  const checks = [...(before?.report.checks ?? [])];
  const known = new Set(checks.map(checkKey));
  const left = (await plannedChecks(services, town, payload)).filter(
    ({ check }) => !known.has(checkKey(check)),
  );
  const some = after === undefined ? left : left.slice(0, AT_ONCE);
  for (const { check, draft } of some) {
    const { id } = await storeTask(services, draft, at);
    checks.push({ task: id, ...check });
  }
  await services.rounds.save({
    town: town.settings.id,
    kind,
    date,
    version: before?.version ?? 0,
    report: {
      ...before?.report,
      startedAt: before?.report.startedAt ?? startedAt,
      checks,
      ...(some.length === left.length ? { assignedAt: at } : {}),
    },
  });
  return findInspection(services, town, payload);
}

const plannedChecks = async (
  services: Effects,
  town: Town,
  payload: InspectionPayload,
): Promise<PlannedCheck[]> =>
  payload.kind === 'weekly-inspection' ? ofWeek(town, payload) : ofMonth(services, town, payload);

function ofWeek(town: Town, { kind, date }: InspectionPayload): PlannedCheck[] {
  const { method, checks } = weekChecks(town, date);
  return checks.map(({ by, grid }) => plannedCheck(town, { kind, date }, { by, method, place: { grid } }));
}

async function ofMonth(services: Effects, town: Town, { date }: InspectionPayload): Promise<PlannedCheck[]> {
  const lot = await services.lots.find(town.settings.id, date);
  if (!lot) throw new DomainError('LotUnknown', `no seed was published for ${date}`, { date });
  const requests = await requestsReceived(services, town, { from: lot.period.from, until: lot.period.to });
  return [...officeChecks(town, lot), ...sampleCalls(town, lot, requests)];
}
