import type { Ladder } from '../asks/planned-ask.js';
import type { TaskDraft, TaskRecord, TaskResult } from '../task/task-record.js';
import type { Town } from '../town/schema.js';
import { type Fault, readFault } from '../task/form-points.js';
import type { InspectionCheck } from './inspection-report.js';
import { given } from '../words/given.js';

/** A check as it is reported, and what has to be put right, where it found something. */
export interface ReportedCheck {
  readonly check: InspectionCheck;
  readonly rectification?: TaskDraft;
}

/** Answers that are findings: each has to be put right. */
const FOUND: ReadonlySet<TaskResult> = new Set(['failed', 'unsatisfied']);

export const isFinding = (result: TaskResult): boolean => FOUND.has(result);

/** The result of a check, or a call. One without an answer when the inspection is reported was missed. */
export function reportCheck(check: InspectionCheck, task: TaskRecord, town: Town): ReportedCheck {
  const { result = 'missed' } = task;
  if (!isFinding(result)) return { check: { ...check, result } };
  const form = town.inspections.methods.find(({ id }) => id === check.method)?.form ?? [];
  const fault = readFault(task.note, form);
  return {
    check: { ...check, result, points: [...fault.points] },
    rectification: rectificationDraft(check, task, town, fault),
  };
}

/** Whoever answers for the place is asked to put it right; whoever found it looks again. */
function rectificationDraft(
  { by, grid, department }: InspectionCheck,
  task: TaskRecord,
  town: Town,
  { points, words }: Fault,
): TaskDraft {
  return {
    town: task.town,
    purpose: `rectification/${task.id}`,
    kind: 'rectification',
    title: task.title,
    to: responsible(task, town),
    ...given({ grid, department, request: task.request, round: task.round, method: task.method }),
    finding: { words, points: [...points], by: task.by ?? by, check: task.id },
  };
}

/** The grid's team and those above it, or the office; what lies in neither is the duty desk's. */
function responsible({ grid, department }: TaskRecord, { grids, settings }: Town): Ladder {
  if (grid !== undefined && grids.some(({ number }) => number === grid)) return { ladder: 'grid', grid };
  return { ladder: 'department', department: department ?? settings.departments.dutyDesk };
}
