import type { TaskDraft } from '../task/task-record.js';
import type { InspectionMethod } from '../town/schema.js';
import { type HeldInspection, roundName } from './inspection-report.js';

/** Something to be checked, by whom and how. */
export interface PlannedCheck {
  readonly by: string;
  readonly method: InspectionMethod;
  readonly place: { readonly grid: number } | { readonly department: string };
}

/** The task of a check: put to one person, for whom nobody stands in. The same check of the same inspection is one task. */
export function checkDraft(
  town: string,
  inspection: Pick<HeldInspection, 'kind' | 'date'>,
  { by, method, place }: PlannedCheck,
): TaskDraft {
  const round = roundName(inspection);
  const where = 'grid' in place ? `grid-${place.grid}` : place.department;
  return {
    town,
    purpose: `${round}/${where}/${method.id}/${by}`,
    kind: 'check',
    title: method.name,
    to: { ladder: 'person', staff: by },
    ...place,
    round,
    method: method.id,
  };
}
