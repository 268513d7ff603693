import type { RequestFacts } from '../request/facts.js';
import { OTHER_CATEGORY } from '../request/matter-of.js';
import type { TaskDraft } from '../task/task-record.js';
import type { InspectionMethod, Town } from '../town/schema.js';
import { type HeldInspection, type InspectionCheck, roundName } from './inspection-report.js';

/** A check that an inspection will make: its line of the report, and the task that it is. */
export interface PlannedCheck {
  readonly check: Omit<InspectionCheck, 'task'>;
  readonly draft: TaskDraft;
}

/** The same for a check that was planned again, whoever of the office's inspectors would get it now. */
export const checkKey = ({ request, department, method, grid, by }: PlannedCheck['check']): string =>
  request ?? (department === undefined ? `${grid}/${method}/${by}` : `${department}/${method}`);

type Inspection = Pick<HeldInspection, 'kind' | 'date'>;

/** A check of a grid or an office, put to one person, for whom nobody stands in. The same check of the same inspection is one task. */
export function plannedCheck(
  town: Town,
  inspection: Inspection,
  {
    by,
    method,
    place,
  }: {
    readonly by: string;
    readonly method: InspectionMethod;
    readonly place: { readonly grid: number } | { readonly department: string };
  },
): PlannedCheck {
  const round = roundName(inspection);
  const where = 'grid' in place ? `grid-${place.grid}` : place.department;
  return {
    check: { by, method: method.id, ...place },
    draft: {
      town: town.settings.id,
      purpose: `${round}/${where}/${method.id}/${by}`,
      kind: 'check',
      title: method.name,
      to: { ladder: 'person', staff: by },
      ...place,
      round,
      method: method.id,
    },
  };
}

/** A call to the resident of a request, to hear whether what they asked for was done. */
export function plannedCall(
  town: Town,
  inspection: Inspection,
  { by, request }: { readonly by: string; readonly request: RequestFacts },
): PlannedCheck {
  const round = roundName(inspection);
  const { id, category, grid } = request;
  const place = { ...(grid === undefined ? {} : { grid }), request: id };
  return {
    check: { by, method: 'telephone', ...place },
    draft: {
      town: town.settings.id,
      purpose: `${round}/call/${id}`,
      kind: 'call',
      title: categoryName(town, category),
      to: { ladder: 'person', staff: by },
      ...place,
      round,
      method: 'telephone',
    },
  };
}

const categoryName = ({ categories }: Town, category: string): TaskDraft['title'] =>
  (categories.find(({ id }) => id === category) ?? categories.find(({ id }) => id === OTHER_CATEGORY))
    ?.name ?? { 'zh-CN': category, en: category };
