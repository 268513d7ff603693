import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { Answer } from '../../../domain/request/decision.js';
import type { TaskStep } from '../../../domain/task/take-task-step.js';
import type { TaskNext, TaskRecord } from '../../../domain/task/task-record.js';
import type { FUNCTION } from './function.js';
import { reportProblem } from './report-problem.js';
import { tellLastOfTask } from '../tell-last.js';
import { takeTaskWorkflowStep } from '../../use-cases/take-task-step.js';
import { taskPayload } from '../workflow-payload.js';

const stepPayload = z.discriminatedUnion('action', [
  taskPayload.extend({
    action: z.literal('begin'),
    /** `$states.context.Execution.Name`; an execution that began before it was sent is the task's first. */
    execution: z.string().optional(),
    /** Something broke off what this execution did. */
    again: z.boolean().default(false),
  }),
  taskPayload.extend({ action: z.literal('report') }),
  taskPayload.extend({ action: z.literal('answered'), ask: z.number().int() }),
  taskPayload.extend({ action: z.literal('silent'), ask: z.number().int() }),
  taskPayload.extend({ action: z.literal('attention') }),
]);
type StepPayload = z.infer<typeof stepPayload>;

type Effects = Services<typeof FUNCTION>;

/** Records what happened on a task of the staff and answers what the rules say comes next. */
export const createRecordTask =
  (services: Effects) =>
  async (event: unknown): Promise<TaskNext> => {
    const payload = stepPayload.parse(event);
    if (payload.action === 'report') return report(services, payload);
    const taken = await takeTaskWorkflowStep(services, payload, (task) => stepOf(services, payload, task));
    // An execution that began before has no step of its own for it.
    if (payload.contract === 1 && isProblem(taken.next)) await reportProblem(services, taken, payload.at);
    return taken.next;
  };

const isProblem = (next: TaskNext): boolean => next.to === 'finished' && next.result === 'problem';

async function report(services: Effects, { town: id, task: number, at }: StepPayload): Promise<TaskNext> {
  const [task, { town, version }] = await Promise.all([
    services.tasks.load(id, number),
    services.towns.load(id),
  ]);
  await reportProblem(services, { task, town, version }, at);
  return { to: 'finished', result: task.result ?? 'problem' };
}

async function stepOf(
  services: Effects,
  payload: Exclude<StepPayload, { action: 'report' }>,
  task: TaskRecord,
): Promise<TaskStep> {
  const { action, at } = payload;
  switch (action) {
    case 'begin': {
      const { execution = payload.task, again } = payload;
      if (!again && execution === payload.task) return { action, at };
      await tellLastOfTask(services, payload);
      return { action: 'take-up', execution, at };
    }
    case 'attention':
      return { action, at };
    case 'silent':
      return silence(services, payload, task);
    case 'answered':
      return { action, ask: payload.ask, at, answer: await answerOf(services, task, payload.ask, at) };
  }
}

/** An answer that was recorded and, after a crash, not applied is no silence. */
async function silence(
  { asks }: Effects,
  { town, task: subject, ask: n, at }: StepPayload & { action: 'silent' },
  task: TaskRecord,
): Promise<TaskStep> {
  const ask = plannedAsk(task, n) && (await asks.find({ town, of: 'task', subject, n }));
  return ask?.answer
    ? { action: 'answered', ask: n, at, answer: ask.answer }
    : { action: 'silent', ask: n, at };
}

/** For executions from before answers were applied where given. Answers stay with their asks, out of executions. */
async function answerOf({ asks }: Effects, task: TaskRecord, n: number, at: number): Promise<Answer> {
  // Recorded before: the rules decide what they decided then, whatever the answer was.
  if (!plannedAsk(task, n)) return { option: 'superseded', by: 'system', at };
  const ask = await asks.find({ town: task.town, of: 'task', subject: task.id, n });
  if (!ask?.answer)
    throw new DomainError('AnswerUnknown', `ask ${n} has no answer`, { task: task.id, ask: n });
  return ask.answer;
}
