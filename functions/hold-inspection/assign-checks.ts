import { checkDraft, type PlannedCheck } from '../../domain/inspections/check-draft.js';
import type { InspectionCheck } from '../../domain/inspections/inspection-report.js';
import type { InspectionNext } from '../../domain/inspections/inspection-step.js';
import { weekChecks } from '../../domain/inspections/week-checks.js';
import type { Town } from '../../domain/town/schema.js';
import { storeTask } from '../use-cases/open-task.js';
import { findInspection, lookForInspection, nextOf } from '../use-cases/find-inspection.js';
import type { Effects, InspectionPayload } from './handler.js';

/** Stores who checks what. An inspection that has its checks keeps them: people may have been asked. */
export async function assignChecks(
  services: Effects,
  town: Town,
  payload: InspectionPayload,
): Promise<InspectionNext> {
  const { kind, date, startedAt, at } = payload;
  const before = await lookForInspection(services, town, payload);
  if (before) return nextOf(services, town, before, at);
  const checks: InspectionCheck[] = [];
  for (const planned of checksOf(town, payload)) {
    const { by, method, place } = planned;
    const task = await storeTask(services, checkDraft(town.settings.id, { kind, date }, planned), at);
    checks.push({ task: task.id, by, method: method.id, ...place });
  }
  await services.rounds.save({
    town: town.settings.id,
    kind,
    date,
    version: 0,
    report: { startedAt, checks },
  });
  return nextOf(services, town, await findInspection(services, town, payload), at);
}

function checksOf(town: Town, { date }: InspectionPayload): PlannedCheck[] {
  const { method, checks } = weekChecks(town, date);
  return checks.map(({ by, grid }) => ({ by, method, place: { grid } }));
}
