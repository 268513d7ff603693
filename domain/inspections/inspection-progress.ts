import type { TaskRecord } from '../task/task-record.js';
import { isFinding } from './report-check.js';
import type { InspectionCheck } from './inspection-report.js';

/** How far an inspection has come, counted from its tasks as they stand. */
export interface InspectionProgress {
  /** Calls that were drawn; made, whether anybody answered or not; in which somebody did. */
  readonly drawn: number;
  readonly called: number;
  readonly reached: number;
  /** Checks of grids and offices, and those that were made. */
  readonly checks: number;
  readonly made: number;
  /** Checks and calls that nobody made in time. */
  readonly missed: number;
  readonly findings: number;
  readonly rectified: number;
}

type Tasks = ReadonlyMap<string, TaskRecord>;

/** The result of a check or call so far; the report says it only once all are in. */
export const resultSoFar = ({ task, result }: InspectionCheck, tasks: Tasks): InspectionCheck['result'] =>
  result ?? tasks.get(task)?.result;

export function inspectionProgress(checks: readonly InspectionCheck[], tasks: Tasks): InspectionProgress {
  const all = checks.map((check) => ({ ...check, result: resultSoFar(check, tasks) }));
  const calls = all.filter(({ request }) => request !== undefined);
  const others = all.filter(({ request }) => request === undefined);
  const come = (some: typeof all, ...wanted: InspectionCheck['result'][]): number =>
    some.filter(({ result }) => wanted.includes(result)).length;
  const reached = come(calls, 'satisfied', 'unsatisfied');
  return {
    drawn: calls.length,
    called: reached + come(calls, 'not-reached'),
    reached,
    checks: others.length,
    made: come(others, 'passed', 'failed'),
    missed: come(all, 'missed', 'referred'),
    findings: all.filter(({ result }) => result !== undefined && isFinding(result)).length,
    rectified: all.filter(({ rectification = '' }) => tasks.get(rectification)?.result === 'rectified')
      .length,
  };
}
