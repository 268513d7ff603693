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
import { takeTaskWorkflowStep } from './take-task-step.js';
import { taskPayload } from '../workflow-payload.js';

const stepPayload = z.discriminatedUnion('action', [
  taskPayload.extend({
    action: z.literal('begin'),
    /** `$states.context.Execution.Name`; an execution that began before it was sent is the task's first. */
    execution: z.string().optional(),
  }),
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
    const taken = await takeTaskWorkflowStep(services, payload, (task) => stepOf(services, payload, task));
    if (taken.next.to === 'finished' && taken.next.result === 'problem')
      await reportProblem(services, taken, payload.at);
    return taken.next;
  };

async function stepOf(services: Effects, payload: StepPayload, task: TaskRecord): Promise<TaskStep> {
  const { action, at } = payload;
  switch (action) {
    case 'begin': {
      const { execution } = payload;
      if (execution === undefined || execution === payload.task) return { action, at };
      await tellLastOfTask(services, payload);
      return { action: 'take-up', execution, at };
    }
    case 'attention':
      return { action, at };
    case 'silent':
      return { action, ask: payload.ask, at };
    case 'answered':
      return { action, ask: payload.ask, at, answer: await answerOf(services, task, payload.ask, at) };
  }
}

/** The answer stays with the ask: a person's words never travel through an execution. */
async function answerOf({ asks }: Effects, task: TaskRecord, n: number, at: number): Promise<Answer> {
  // Recorded before: the rules decide what they decided then, whatever the answer was.
  if (!plannedAsk(task, n)) return { option: 'superseded', by: 'system', at };
  const ask = await asks.find({ town: task.town, of: 'task', subject: task.id, n });
  if (!ask?.answer)
    throw new DomainError('AnswerUnknown', `ask ${n} has no answer`, { task: task.id, ask: n });
  return ask.answer;
}
