import { withoutAsk } from '../asks/plan-ask.js';
import type { Ladder, PlannedAsk } from '../asks/planned-ask.js';
import { deadline } from '../deadlines/deadline.js';
import { readFault } from './form-points.js';
import { type Answer, noteOf } from '../request/decision.js';
import { findTarget, type Target } from '../request/find-target.js';
import type { Town } from '../town/schema.js';
import { askAboutTask, firstAskOf, putAsk } from './ask-about-task.js';
import { goOnWithTask } from './take-up-task.js';
import { endTask, type TaskDecision, withTaskEntry } from './task-decision.js';
import type { TaskRecord, TaskResult } from './task-record.js';

const DAY = 86_400_000;

/** How an answer ends the task it was given for. */
const ENDS: Readonly<Partial<Record<Answer['option'], TaskResult>>> = {
  well: 'well',
  problem: 'problem',
  passed: 'passed',
  failed: 'failed',
  satisfied: 'satisfied',
  unsatisfied: 'unsatisfied',
  'not-reached': 'not-reached',
  replied: 'replied',
};

/** Somebody answered: the task is over, or the next ask follows from what they said. */
export function recordTaskAnswer(
  task: TaskRecord,
  town: Town,
  ask: PlannedAsk,
  answer: Answer,
): TaskDecision {
  const settled = withoutAsk(task, ask.n);
  if (task.kind === 'cause' && ask.kind !== 'attention') return recordCause(settled, town, ask, answer);
  if (answer.by === 'system') return endTask(settled, 'referred', answer);
  switch (ask.kind) {
    case 'rectification':
      return answer.option === 'extend'
        ? extend(settled, town, ask, answer)
        : askWhetherRectified(settled, town, answer);
    case 're-check':
      return answer.option === 'passed'
        ? endTask(settled, 'rectified', answer)
        : askToRectifyAgain(settled, town, answer);
    case 'review':
      return answer.option === 'failed'
        ? askToPutRight(settled, town, answer)
        : endTask(settled, 'reviewed', answer);
    case 'attention':
      return answer.option === 'retry'
        ? goOnWithTask(resumed(settled, answer), town, answer.at)
        : endTask(settled, 'referred', answer);
    default:
      return endTask(settled, ENDS[answer.option] ?? 'referred', answer);
  }
}

const resumed = (task: TaskRecord, { at, by }: Answer): TaskRecord =>
  withTaskEntry(task, { at, type: 'resumed', by });

/** The owner named the measures against a cause: it stands over for days. A recurrence is asked about again. */
function recordCause(task: TaskRecord, town: Town, ask: PlannedAsk, answer: Answer): TaskDecision {
  const { at, by } = answer;
  if (ask.quiet) return askAboutTask(task, town, firstAskOf(task), at);
  if (by === 'system' || ask.to.who !== 'staff') return endTask(task, 'referred', answer);
  const until = at + town.settings.causes.quietDays * DAY;
  const said = noteOf(answer);
  const explained = withTaskEntry(
    { ...task, by, ...said },
    { at, type: 'explained', by, due: until, ...said },
  );
  return putAsk(explained, town, { kind: 're-check', to: ask.to, extensions: 0, until, quiet: true }, at);
}

/** A review found a fault: whom the words name puts it right, else who answers for the place; the finder re-checks. */
function askToPutRight(task: TaskRecord, town: Town, answer: Answer): TaskDecision {
  const { at, by, note = '' } = answer;
  const found = withTaskEntry(task, { at, type: 'failed-again', by, note });
  const finding = { words: note, by, check: task.id };
  const to = ladderTo(town, findTarget(town, note), task.grid);
  return askAboutTask({ ...found, finding, to }, town, 'rectification', at);
}

function ladderTo({ settings }: Town, target: Target | undefined, grid: number | undefined): Ladder {
  if (target && 'department' in target) return { ladder: 'department', department: target.department };
  const place = target?.grid ?? grid;
  return place === undefined
    ? { ladder: 'department', department: settings.departments.dutyDesk }
    : { ladder: 'grid', grid: place };
}

/** Put right, says who had to: whoever found it looks again. */
function askWhetherRectified(task: TaskRecord, town: Town, answer: Answer): TaskDecision {
  const { at, by } = answer;
  const done = withTaskEntry(task, { at, type: 'rectified', by, ...noteOf(answer) });
  return task.finding === undefined
    ? endTask(done, 'rectified', answer)
    : askAboutTask(done, town, 're-check', at);
}

/** Not put right: asked again, with what the re-check found, until a re-check passes. */
function askToRectifyAgain(task: TaskRecord, town: Town, answer: Answer): TaskDecision {
  const { at, by } = answer;
  const finding = task.finding && { ...task.finding, ...faultFound(task, town, answer) };
  const again = withTaskEntry(
    { ...task, failures: task.failures + 1, ...(finding ? { finding } : {}) },
    { at, type: 'failed-again', by, ...noteOf(answer) },
  );
  return askAboutTask(again, town, 'rectification', at);
}

/** The fault that the re-check found now; without a word of it, the one found before. */
function faultFound({ method }: TaskRecord, { inspections }: Town, { note }: Answer) {
  if (note === undefined) return {};
  const { points, words } = readFault(note, inspections.methods.find(({ id }) => id === method)?.form ?? []);
  return { points: [...points], words };
}

function extend(task: TaskRecord, town: Town, ask: PlannedAsk, answer: Answer): TaskDecision {
  const { settings } = town;
  const until = deadline(Math.max(ask.until, answer.at), settings.tasks.extendBy, settings);
  const said = { at: answer.at, type: 'extended', by: answer.by, due: until, ...noteOf(answer) } as const;
  if (ask.to.who !== 'staff') return endTask(task, 'referred', answer);
  const draft = { kind: 'rectification', to: ask.to, extensions: (ask.extensions ?? 0) + 1, until } as const;
  return putAsk(withTaskEntry(task, said), town, draft, answer.at);
}
