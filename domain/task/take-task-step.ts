import { plannedAsk } from '../asks/plan-ask.js';
import { isAskEarly } from '../asks/put-late.js';
import { DomainError } from '../domain-error.js';
import type { Answer } from '../request/decision.js';
import type { Town } from '../town/schema.js';
import { askAboutTask, askForAttention, askNextInLine, firstAskOf } from './ask-about-task.js';
import { recordTaskAnswer } from './record-task-answer.js';
import { takeUpTask } from './take-up-task.js';
import type { TaskDecision } from './task-decision.js';
import type { TaskRecord } from './task-record.js';

/** What the workflow reports to the rules. `at` is when its state was entered, epoch milliseconds. */
export type TaskStep =
  | { readonly action: 'begin'; readonly at: number }
  | { readonly action: 'take-up'; readonly execution: string; readonly at: number }
  | { readonly action: 'answered'; readonly ask: number; readonly answer: Answer; readonly at: number }
  | { readonly action: 'silent'; readonly ask: number; readonly at: number }
  | { readonly action: 'attention'; readonly at: number };

/** A task is asked about one person at a time, so that the last two steps are enough. */
const REMEMBERED = 2;

const keyOf = (step: TaskStep, task: TaskRecord): string => {
  switch (step.action) {
    case 'begin':
      return 'begin';
    case 'take-up':
      return `take-up:${step.execution}:${step.at}:${task.askCount}`;
    case 'silent':
      return isAskEarly(task, step.ask, step.at) ? `early:${step.ask}:${step.at}` : `silent:${step.ask}`;
    case 'answered':
      return `answered:${step.ask}`;
    case 'attention':
      return `attention:${step.at}`;
  }
};

/**
 * One step of a task's life. A step that was taken before (the workflow retried) changes nothing and decides what it
 * decided then, texts included; `repeated` says so.
 */
export function takeTaskStep(
  task: TaskRecord,
  town: Town,
  step: TaskStep,
): TaskDecision & { repeated: boolean; key: string } {
  const key = keyOf(step, task);
  const before = task.answered.find((answered) => answered.key === key) ?? answeredInTime(task, step);
  if (before) return { task, notices: before.notices, next: before.next, repeated: true, key: before.key };
  // The next in line was asked meanwhile.
  if (step.action === 'answered' && !plannedAsk(task, step.ask))
    return { task, notices: [], next: { to: 'over' }, repeated: true, key };
  const decision = decide(task, town, step);
  const remembered = { key, next: decision.next, notices: [...decision.notices] };
  const answered = [...task.answered, remembered].slice(-REMEMBERED);
  return { ...decision, task: { ...decision.task, answered }, repeated: false, key };
}

/** An answer is applied as it is given: a wait whose time ran out at that moment finds it there. */
const answeredInTime = ({ answered }: TaskRecord, step: TaskStep) =>
  step.action === 'silent' ? answered.find(({ key }) => key === `answered:${step.ask}`) : undefined;

function decide(task: TaskRecord, town: Town, step: TaskStep): TaskDecision {
  if (step.action === 'begin') return askAboutTask(task, town, firstAskOf(task), step.at);
  if (step.action === 'take-up') return takeUpTask(task, town, step);
  if (step.action === 'attention') return askForAttention(task, town, step.at);
  const ask = plannedAsk(task, step.ask);
  if (!ask)
    throw new DomainError('AskUnknown', `task has no open ask ${step.ask}`, { task: task.id, ask: step.ask });
  return step.action === 'silent'
    ? askNextInLine(task, town, ask, step.at)
    : recordTaskAnswer(task, town, ask, step.answer);
}
