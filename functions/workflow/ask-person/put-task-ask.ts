import { contactOfStaff } from '../../../adapters/contact.js';
import { measure } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import { isInSummary } from '../../../domain/asks/remind.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { isPutLate } from '../../../domain/asks/put-late.js';
import { DomainError } from '../../../domain/domain-error.js';
import { putTaskLate } from '../../../domain/task/put-late-task.js';
import { taskAskNotice } from '../../../domain/task/task-notices.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import { changeStored } from '../../use-cases/change-stored.js';
import { sendAskLink } from '../../use-cases/ask-link.js';
import { sendTaskNotice } from '../../use-cases/send-task-notices.js';
import { REOPENED } from '../../use-cases/settle-ask.js';
import { applyTaskAnswer, type SettlingTasks } from '../../use-cases/settle-task-ask.js';
import { endUnplanned, heardBy, storeAsk } from './store-ask.js';

export interface TaskAskPayload {
  readonly town: string;
  readonly task: string;
  readonly ask: number;
  readonly token: string;
  readonly at: number;
  readonly now?: number | undefined;
  readonly contract: 1 | 2;
}

type Effects = Omit<SettlingTasks, 'asks'> &
  Services<{ asks: 'find' | 'findOfPerson' | 'put'; linkKeys: 'sign'; workflow: 'answerStaffTasks' }>;

/** Puts one planned ask of a task of the staff: stores it with the token of the waiting task, then texts it. */
export async function putTaskAsk(services: Effects, payload: TaskAskPayload): Promise<void> {
  const { town: id, task: subject, token } = payload;
  const task = await inTime(services, await services.tasks.load(id, subject), payload);
  const planned = plannedAsk(task, payload.ask);
  const at = planned?.late ? planned.askedAt : payload.at;
  const place = { town: id, of: 'task', subject, token, ...heardBy(payload.contract) } as const;
  if (planned?.to.who !== 'staff') {
    const ended = await endUnplanned(services, place, payload.ask, at);
    if (!(await applyTaskAnswer(services, { ...ended, ...place })))
      await services.workflow.fail(token, REOPENED);
    return;
  }
  const contact = planned.quiet ? undefined : contactOfStaff(planned.to.staff);
  const stored = await storeAsk(services, { ...place, planned, contact });
  if (stored.answer) {
    await applyTaskAnswer(services, { ...stored, ...place, answer: stored.answer });
    return;
  }
  if (planned.kind === 'attention') measure(at, { AttentionAsked: 1 });
  const { town } = await services.towns.load(id);
  const notice = taskAskNotice(task, town, planned, stored.code);
  if (!notice) return;
  const daily = isInSummary(planned, town.settings);
  const ask = { n: planned.n, daily };
  await sendTaskNotice(services, { task, town, notice, purpose: `ask:${planned.n}`, at, ask });
  if (!daily) await sendAskLink(services, town, stored, { at });
}

/** More writers of one task at one moment than there ever are. */
const ATTEMPTS = 5;

/** With more time for whoever is asked, where the ask is put only now, long after it was planned. One that was put stays as it is. */
async function inTime(
  services: Effects,
  task: TaskRecord,
  { town: id, task: subject, ask: n, at, now = at }: TaskAskPayload,
): Promise<TaskRecord> {
  const planned = plannedAsk(task, n);
  if (!planned || !isPutLate(planned, now)) return task;
  if (await services.asks.find({ town: id, of: 'task', subject, n, waitsFor: undefined })) return task;
  const { town } = await services.towns.load(id);
  const { tasks } = services;
  return changeStored(
    { load: () => tasks.load(id, subject), save: (changed) => tasks.save(changed) },
    (found) => putTaskLate(found, town, n, now),
    ATTEMPTS,
    () => new DomainError('TaskBusy', `task ${subject} was written by others`, { task: subject }),
  );
}
