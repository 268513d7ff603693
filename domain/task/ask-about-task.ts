import { isEarly } from '../asks/put-late.js';
import { takenOver } from '../asks/take-over-ask.js';
import { meantFor } from '../asks/meant-for.js';
import { planAsk, staffAt, withoutAsk } from '../asks/plan-ask.js';
import type { Addressee, Ladder, PlannedAsk } from '../asks/planned-ask.js';
import { againAfter, isInSummary, isRemindedEnough } from '../asks/remind.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import type { Allowance } from '../town/allowance.js';
import type { Town, TownSettings } from '../town/schema.js';
import { endTask, type TaskDecision, type TaskNotice, withTaskEntry } from './task-decision.js';
import { overdueNotice } from './task-notices.js';
import type { TaskKind, TaskRecord } from './task-record.js';

/** The asks a task puts: its own kind, and after a rectification the check whether it helped. */
export type TaskAskKind = TaskKind | 're-check';
/** A cause is asked about as an order is: why, and until when. */
export type TaskKindAsked = Exclude<TaskAskKind, 'cause'>;

/** What a task asks first. */
export const firstAskOf = ({ kind }: Pick<TaskRecord, 'kind'>): TaskKindAsked =>
  kind === 'cause' ? 'supervision' : kind;

/** Left unanswered by everybody in line these are missed; the others are asked until somebody answers. */
const MAY_BE_MISSED: ReadonlySet<PlannedAsk['kind']> = new Set(['follow-up', 'check', 'call']);

const isStaff = (to: Addressee): to is Addressee & { who: 'staff' } => to.who === 'staff';

/** Asks the first in line: who does the task or, to check whether it was put right, whoever found the fault. */
export function askAboutTask(task: TaskRecord, town: Town, kind: TaskKindAsked, at: number): TaskDecision {
  const ladder = ladderOf(task, kind);
  return putAsk(task, town, { kind, to: staffAt({ town }, ladder, 0, at), extensions: 0 }, at);
}

const ladderOf = (task: TaskRecord, kind: TaskKindAsked): Ladder =>
  kind === 're-check' && task.finding ? { ladder: 'person', staff: task.finding.by } : task.to;

/** Puts an ask until the end of the time its kind has, or until `until`. */
export function putAsk(
  task: TaskRecord,
  town: Town,
  {
    kind,
    to,
    extensions,
    until,
    again,
    before,
    quiet,
  }: {
    kind: TaskKindAsked;
    to: Addressee & { who: 'staff' };
    extensions: number;
    until?: number | undefined;
  } & Pick<PlannedAsk, 'again' | 'before' | 'quiet'>,
  at: number,
): TaskDecision {
  const { settings } = town;
  const due = until ?? timeToAnswer(at, timeFor(task, settings, { kind }), settings, { urgent: false });
  const asked = withTaskEntry({ ...task, dueAt: due }, { at, type: 'asked', to: to.staff, due });
  const planned = planAsk(
    asked,
    { kind, to, until: due, extensions, again, before, ...(quiet && { quiet }) },
    at,
  );
  return { task: planned.record, notices: [], next: { to: kind, ask: planned.ask } };
}

/** How long whoever is asked about a task has. */
export function timeFor(
  task: Pick<TaskRecord, 'kind'>,
  settings: TownSettings,
  { kind, again }: Pick<PlannedAsk, 'kind' | 'again'>,
): Allowance {
  if (!isTaskAsk(kind))
    return isInSummary({ again }, settings) ? settings.limits.remindEvery : settings.attentionWithin;
  return settings.tasks[task.kind === 'cause' ? 'cause' : kind];
}

/** Nobody answered in time: the next in line is asked, or the task is missed. */
export function askNextInLine(task: TaskRecord, town: Town, ask: PlannedAsk, at: number): TaskDecision {
  // It was put later than it was planned, so that the wait for it ran out too early.
  if (isEarly(ask, at) && isTaskAsk(ask.kind))
    return { task, notices: [], next: { to: ask.kind, ask: takenOver(ask, at) } };
  const rest = withoutAsk(task, ask.n);
  // Nothing has come since: nobody was asked.
  if (ask.quiet) return endTask(rest, 'cleared', { at, by: task.by, note: task.note });
  if (ask.kind === 'attention' || !isTaskAsk(ask.kind)) return askForAttention(task, town, at);
  const silent = isStaff(ask.to)
    ? { ...ask.to, staff: meantFor(town, ask.to, at) }
    : staffAt({ town }, task.to, 0, at);
  if (silent.last && MAY_BE_MISSED.has(ask.kind)) return endTask(rest, 'missed', { at, by: silent.staff });
  const to = staffAt({ town }, silent.ladder, silent.last ? silent.rung : silent.rung + 1, at);
  const told = withTaskEntry(rest, { at, type: 'silent', by: silent.staff, to: to.staff });
  const draft = {
    kind: ask.kind,
    to,
    extensions: ask.extensions ?? 0,
    again: againAfter(ask),
    before: { staff: silent.staff, due: ask.until },
  };
  const decision = putAsk(told, town, draft, at);
  return { ...decision, notices: overdue(task, town, ask, silent.staff, at) };
}

/** What somebody has to put right or answer for, and is late with, is made known to the duty leader. */
function overdue(task: TaskRecord, town: Town, ask: PlannedAsk, silent: string, at: number): TaskNotice[] {
  return MAY_BE_MISSED.has(ask.kind) || isRemindedEnough(ask, town.settings)
    ? []
    : overdueNotice(task, town, { silent, due: ask.until, at });
}

export const isTaskAsk = (kind: PlannedAsk['kind']): kind is TaskKindAsked & keyof TownSettings['tasks'] =>
  ['follow-up', 'check', 'call', 'rectification', 're-check', 'supervision', 'review'].includes(kind);

/** A step failed and its retries are spent: the duty desk is asked whether to try again or to give it up. */
export function askForAttention(task: TaskRecord, town: Town, at: number): TaskDecision {
  const { settings } = town;
  const asked = task.asks.find(({ kind }) => kind === 'attention');
  if (asked && isEarly(asked, at))
    return { task, notices: [], next: { to: 'attention', ask: takenOver(asked, at) } };
  const desk: Ladder = { ladder: 'department', department: settings.departments.dutyDesk };
  const to =
    asked && isStaff(asked.to)
      ? staffAt({ town }, asked.to.ladder, asked.to.last ? asked.to.rung : asked.to.rung + 1, at)
      : staffAt({ town }, desk, 0, at);
  const last = task.timeline.at(-1);
  // The same person asked again is one line: a failure may last for weeks, and the record must stay small.
  const before =
    last?.type === 'attention' && last.to === to.staff ? task.timeline.slice(0, -1) : task.timeline;
  const told = withTaskEntry(
    // What else is open stays: who answers meanwhile is heard, and nobody is asked a second time when it goes on.
    { ...task, asks: task.asks.filter(({ kind }) => kind !== 'attention'), timeline: before },
    { at, type: 'attention', to: to.staff },
  );
  const again = asked && againAfter(asked);
  const within = timeFor(task, settings, { kind: 'attention', again });
  const until = timeToAnswer(at, within, settings, { urgent: false });
  const planned = planAsk(told, { kind: 'attention', to, until, again }, at);
  return { task: planned.record, notices: [], next: { to: 'attention', ask: planned.ask } };
}
