import { secondsUntil } from '../asks/plan-ask.js';
import { deadline } from '../deadlines/deadline.js';
import type { TaskRecord } from '../task/task-record.js';
import type { TownSettings, Inspections } from '../town/schema.js';
import type { InspectionReport } from './inspection-report.js';

/** Where the workflow of an inspection goes, and how long it may wait there. Tasks are named by their ids. */
export type InspectionNext =
  | { readonly to: 'draw' }
  /** On with more of the same: packs of the grids above this number, checks beside so many. */
  | { readonly to: 'pack' | 'assign'; readonly after: number }
  | {
      readonly to: 'check';
      readonly checks: readonly string[];
      /** A list for each inspector, who has `callsAtOnce` of it open at a time. */
      readonly calls: readonly (readonly string[])[];
      readonly callsAtOnce: number;
      readonly timeoutSeconds: number;
    }
  | { readonly to: 'report' }
  | { readonly to: 'rectify'; readonly rectifications: readonly string[]; readonly timeoutSeconds: number }
  | { readonly to: 'close' };

type Rules = { readonly settings: TownSettings; readonly inspections: Inspections };

/** When an inspection is over, whatever is not put right by then. */
export const inspectionEnd = (startedAt: number, { settings, inspections }: Rules): number =>
  deadline(startedAt, inspections.within, settings);

/**
 * What an inspection still waits for, from the report and the tasks that are open of it; so a workflow that begins anew after a failure
 * goes on where it was.
 */
export function inspectionNext(
  report: InspectionReport,
  open: readonly TaskRecord[],
  rules: Rules,
  at: number,
): InspectionNext {
  const timeoutSeconds = secondsUntil(at, inspectionEnd(report.startedAt, rules));
  const ids = open.map(({ id }) => id);
  if (report.assignedAt === undefined) return { to: 'draw' };
  if (report.publishedAt === undefined)
    return ids.length > 0 ? { ...waitFor(report, new Set(ids), rules), timeoutSeconds } : { to: 'report' };
  return ids.length > 0 ? { to: 'rectify', rectifications: ids, timeoutSeconds } : { to: 'close' };
}

/** The checks side by side, the calls of each inspector a few at a time. */
function waitFor({ checks }: InspectionReport, open: ReadonlySet<string>, { inspections }: Rules) {
  const waiting = checks.filter(({ task }) => open.has(task));
  const calls = new Map<string, string[]>();
  for (const { by, task, request } of waiting)
    if (request !== undefined) calls.set(by, [...(calls.get(by) ?? []), task]);
  return {
    to: 'check',
    checks: waiting.flatMap(({ task, request }) => (request === undefined ? [task] : [])),
    calls: [...calls.values()],
    callsAtOnce: inspections.callsAtOnce,
  } as const;
}

/** Seconds. A failure is tried again soon, and then less and less often: it may last. */
const FIRST_PAUSE = 1800;
const LONGEST_PAUSE = 86_400;

/** Where the workflow goes after its `failures`th failure in a row: on, until the time of the inspection is over. */
export function afterFailure(
  { startedAt, failures }: { readonly startedAt: number; readonly failures: number },
  rules: Rules,
  at: number,
): { readonly to: 'again' | 'over'; readonly pauseSeconds: number } {
  const pauseSeconds = Math.min(FIRST_PAUSE * 2 ** Math.min(failures - 1, 16), LONGEST_PAUSE);
  return { to: at < inspectionEnd(startedAt, rules) ? 'again' : 'over', pauseSeconds };
}
