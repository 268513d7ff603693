import type { InspectionNext } from '../../../domain/inspections/inspection-step.js';
import type { Town } from '../../../domain/town/schema.js';
import type { StoredInspection } from '../../use-cases/find-inspection.js';
import type { Effects } from './handler.js';

/** Everything found was put right, or the time of the inspection is over. */
export async function closeInspection(
  { rounds }: Effects,
  { settings }: Town,
  { kind, date, version, report }: StoredInspection,
  at: number,
): Promise<InspectionNext> {
  if (report.closedAt === undefined)
    await rounds.save({ town: settings.id, kind, date, version, report: { ...report, closedAt: at } });
  return { to: 'close' };
}
