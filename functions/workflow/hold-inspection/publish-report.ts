import type { InspectionCheck } from '../../../domain/inspections/inspection-report.js';
import type { InspectionNext } from '../../../domain/inspections/inspection-step.js';
import { reportCheck } from '../../../domain/inspections/report-check.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { Town } from '../../../domain/town/schema.js';
import { storeTask } from '../open-task.js';
import { findInspection, loadTasks, nextOf, type StoredInspection } from '../../use-cases/find-inspection.js';
import type { Effects } from './handler.js';
import { tellPublished } from './tell-inspection.js';

/** Collects what was found, has each finding put right, publishes the report, and tells who is to know. */
export async function publishReport(
  services: Effects,
  town: Town,
  inspection: StoredInspection,
  at: number,
): Promise<InspectionNext> {
  const published =
    inspection.report.publishedAt === undefined ? await publish(services, town, inspection, at) : inspection;
  await tellPublished(services, town, published, at);
  return nextOf(services, town, published, at);
}

async function publish(
  services: Effects,
  town: Town,
  inspection: StoredInspection,
  at: number,
): Promise<StoredInspection> {
  const { kind, date, version, report } = inspection;
  const tasks = await loadTasks(
    services,
    town,
    report.checks.map(({ task }) => task),
  );
  const checks: InspectionCheck[] = [];
  for (const [i, check] of report.checks.entries()) {
    const task = tasks[i];
    if (!task)
      throw new DomainError('TaskUnknown', `the town has no task ${check.task}`, { task: check.task });
    const reported = reportCheck(check, task, town);
    const rectification = reported.rectification && (await storeTask(services, reported.rectification, at));
    checks.push({ ...reported.check, ...(rectification ? { rectification: rectification.id } : {}) });
  }
  await services.rounds.save({
    town: town.settings.id,
    kind,
    date,
    version,
    report: { ...report, checks, publishedAt: at },
  });
  return findInspection(services, town, inspection);
}
