import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import {
  type HeldInspection,
  type InspectionCheck,
  inspectionReportSchema,
} from '../../domain/inspections/inspection-report.js';
import { type InspectionNext, inspectionNext } from '../../domain/inspections/inspection-step.js';
import type { TaskRecord } from '../../domain/task/task-record.js';
import type { Town } from '../../domain/town/schema.js';
import { inGroups } from '../../adapters/in-groups.js';

/** An inspection as it is stored, with the version that the next write is conditional on. */
export interface StoredInspection extends HeldInspection {
  readonly version: number;
}

type InspectionKey = Pick<HeldInspection, 'kind' | 'date'>;

export async function lookForInspection(
  { rounds }: Services<{ rounds: 'find' }>,
  { settings }: Town,
  { kind, date }: InspectionKey,
): Promise<StoredInspection | undefined> {
  const round = await rounds.find(settings.id, kind, date);
  return round && { kind, date, version: round.version, report: inspectionReportSchema.parse(round.report) };
}

export async function findInspection(
  services: Services<{ rounds: 'find' }>,
  town: Town,
  key: InspectionKey,
): Promise<StoredInspection> {
  const found = await lookForInspection(services, town, key);
  if (!found) throw new DomainError('RoundUnknown', `no ${key.kind} of ${key.date} was begun`, key);
  return found;
}

/** Tasks read at a time. */
const AT_ONCE = 10;

/** These tasks, in their order. */
export const loadTasks = (
  { tasks }: Services<{ tasks: 'read' }>,
  { settings }: Town,
  ids: readonly string[],
): Promise<TaskRecord[]> => inGroups(ids, AT_ONCE, (id) => tasks.load(settings.id, id));

/** What the workflow does next: wait for what is open of the inspection, or go on. */
export async function nextOf(
  services: Services<{ tasks: 'read' }>,
  town: Town,
  { report }: HeldInspection,
  at: number,
): Promise<InspectionNext> {
  const { checks, publishedAt } = report;
  const waitedFor =
    publishedAt === undefined
      ? checks.filter(isUnreported).map(({ task }) => task)
      : rectificationsOf(checks);
  const open = (await loadTasks(services, town, waitedFor)).filter(({ result }) => result === undefined);
  return inspectionNext(report, open, town, at);
}

/** Whether the report does not say yet what a check came to. */
export const isUnreported = ({ result }: InspectionCheck): boolean => result === undefined;

export const rectificationsOf = (checks: readonly InspectionCheck[]): string[] =>
  checks.flatMap(({ rectification }) => rectification ?? []);
