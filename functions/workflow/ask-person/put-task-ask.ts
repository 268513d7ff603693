import { contactOfStaff } from '../../../adapters/contact.js';
import { measure } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import { isInSummary } from '../../../domain/asks/remind.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { taskAskNotice } from '../../../domain/task/task-notices.js';
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
  readonly contract: 1 | 2;
}

type Effects = Omit<SettlingTasks, 'asks'> &
  Services<{ asks: 'findOfPerson' | 'put'; linkKeys: 'sign'; workflow: 'answerStaffTasks' }>;

/** Puts one planned ask of a task of the staff: stores it with the token of the waiting task, then texts it. */
export async function putTaskAsk(services: Effects, payload: TaskAskPayload): Promise<void> {
  const { town: id, task: subject, token, at } = payload;
  const task = await services.tasks.load(id, subject);
  const planned = plannedAsk(task, payload.ask);
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
