import type { TaskRecord } from '../task/task-record.js';
import type { Bilingual } from '../words/language.js';
import type { InspectionMethodId, Town } from '../town/schema.js';
import { type CheckCounts, countChecks } from './count-checks.js';
import type { HeldInspection, InspectionCheck } from './inspection-report.js';

/** Something that did not hold, and how far putting it right has come. Nobody's name and nobody's words. */
export interface PublishedFinding {
  readonly method: InspectionMethodId;
  /** The points of the form; none where whoever checked named none. */
  readonly points: readonly Bilingual[];
  readonly state: 'open' | 'rectified' | 'referred';
  readonly dueAt?: number | undefined;
  /** How often it was said to be put right and was not. */
  readonly failures: number;
}

export interface PublishedPlace extends CheckCounts {
  readonly findings: readonly PublishedFinding[];
}

/** The public report of an inspection: places in the town's own order, never ranked. */
export interface PublishedReport {
  readonly total: CheckCounts & { readonly findings: number; readonly rectified: number };
  /** Grids by number; 0 is what lies in no grid. */
  readonly grids: readonly (PublishedPlace & { readonly grid: number })[];
  readonly offices: readonly (PublishedPlace & { readonly department: string })[];
}

/** The report, with putting right as it is by these tasks. Before it is published there is nothing to read. */
export function publishedReport(
  { report }: HeldInspection,
  town: Town,
  rectifications: readonly TaskRecord[],
): PublishedReport {
  const checks = report.publishedAt === undefined ? [] : report.checks;
  const placeOf = placed(town, new Map(rectifications.map((task) => [task.id, task])));
  const ofOffices = checks.filter(({ department }) => department !== undefined);
  const grids = groupBy(
    checks.filter(({ department }) => department === undefined),
    ({ grid }) => grid ?? 0,
  );
  const offices = groupBy(ofOffices, ({ department }) => department ?? '');
  return {
    total: {
      ...countChecks(checks),
      findings: checks.filter(({ rectification }) => rectification !== undefined).length,
      rectified: rectifications.filter(({ result }) => result === 'rectified').length,
    },
    grids: [...grids].toSorted(([a], [b]) => a - b).map(([grid, own]) => ({ grid, ...placeOf(own) })),
    offices: town.departments.flatMap(({ id }) => {
      const own = offices.get(id);
      return own ? [{ department: id, ...placeOf(own) }] : [];
    }),
  };
}

const placed =
  (town: Town, rectifications: ReadonlyMap<string, TaskRecord>) =>
  (checks: readonly InspectionCheck[]): PublishedPlace => ({
    ...countChecks(checks),
    findings: checks.flatMap((check) => {
      const task = rectifications.get(check.rectification ?? '');
      return task ? [finding(check, task, town)] : [];
    }),
  });

function finding({ method, points = [] }: InspectionCheck, task: TaskRecord, town: Town): PublishedFinding {
  const form = town.inspections.methods.find(({ id }) => id === method)?.form ?? [];
  return {
    method,
    points: form.filter(({ id }) => points.includes(id)).map(({ label }) => label),
    state: stateOf(task),
    ...(task.result === undefined ? { dueAt: task.dueAt } : {}),
    failures: task.failures,
  };
}

function stateOf({ result }: TaskRecord): PublishedFinding['state'] {
  if (result === undefined) return 'open';
  return result === 'rectified' ? 'rectified' : 'referred';
}

function groupBy<Key>(checks: readonly InspectionCheck[], keyOf: (check: InspectionCheck) => Key) {
  const groups = new Map<Key, InspectionCheck[]>();
  for (const check of checks) groups.set(keyOf(check), [...(groups.get(keyOf(check)) ?? []), check]);
  return groups;
}
