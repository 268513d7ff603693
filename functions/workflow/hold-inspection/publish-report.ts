import type { InspectionCheck } from '../../../domain/inspections/inspection-report.js';
import type { InspectionNext } from '../../../domain/inspections/inspection-step.js';
import { reportCheck } from '../../../domain/inspections/report-check.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { Town } from '../../../domain/town/schema.js';
import { storeTask } from '../open-task.js';
import {
  findInspection,
  isUnreported,
  loadTasks,
  nextOf,
  type StoredInspection,
} from '../../use-cases/find-inspection.js';
import type { Effects } from './handler.js';
import { tellPublished } from './tell-inspection.js';

/** Checks reported in one go: some three calls each. */
const AT_ONCE = 40;

/** Collects what was found, so many checks a call, has each finding put right, publishes the report, and tells who is to know. */
export async function publishReport(
  services: Effects,
  town: Town,
  inspection: StoredInspection,
  at: number,
): Promise<InspectionNext> {
  const published =
    inspection.report.publishedAt === undefined ? await report(services, town, inspection, at) : inspection;
  if (published.report.publishedAt === undefined) return { to: 'report' };
  await tellPublished(services, town, published, at);
  return nextOf(services, town, published, at);
}

/** The next checks; with the last the report is published. What is in the report stays as it is there. */
async function report(
  services: Effects,
  town: Town,
  inspection: StoredInspection,
  at: number,
): Promise<StoredInspection> {
  const { kind, date, version, report: before } = inspection;
  const left = before.checks.filter(isUnreported);
  const some = left.slice(0, AT_ONCE);
  const tasks = await loadTasks(
    services,
    town,
    some.map(({ task }) => task),
  );
  const now = new Map<string, InspectionCheck>();
  for (const [i, check] of some.entries()) {
    const task = tasks[i];
    if (!task)
      throw new DomainError('TaskUnknown', `the town has no task ${check.task}`, { task: check.task });
    const reported = reportCheck(check, task, town);
    const rectification = reported.rectification && (await storeTask(services, reported.rectification, at));
    now.set(check.task, {
      ...reported.check,
      ...(rectification ? { rectification: rectification.id } : {}),
    });
  }
  await services.rounds.save({
    town: town.settings.id,
    kind,
    date,
    version,
    report: {
      ...before,
      checks: before.checks.map((check) => now.get(check.task) ?? check),
      ...(some.length === left.length ? { publishedAt: at } : {}),
    },
  });
  return findInspection(services, town, inspection);
}
