import type { Services } from '../../../adapters/services.js';
import {
  type DueFollowUp,
  followUpsDue,
  followUpTask,
  withFollowUpBegun,
} from '../../../domain/task/begin-follow-up.js';
import type { Town } from '../../../domain/town/schema.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { storeTask } from '../open-task.js';
import { requestsOpenSince } from '../requests-open-since.js';
import { roundPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';

const DAY = 86_400_000;

type Effects = Services<typeof FUNCTION>;

/**
 * Begins the follow-ups that have come by the day. Each is marked on its request last, so that one whose beginning was
 * broken off is taken up again, by this run or the next, and none is begun twice.
 */
export const createBeginFollowUps =
  (services: Effects, machine: string) =>
  async (event: unknown): Promise<{ begun: number }> => {
    const { town: id, date, at } = roundPayload.parse(event);
    const { town } = await services.towns.load(id);
    const since = at - town.settings.statistics.lookBackDays * DAY;
    const requests = await requestsOpenSince(services, town, { since, at, having: 'followUps' });
    const due = followUpsDue(requests, date);
    for (const one of due) await begin(services, machine, town, one, at);
    return { begun: due.length };
  };

async function begin(
  services: Services<{ tasks: 'read' | 'save'; requests: 'read' | 'save'; workflow: 'startFollowUps' }>,
  machine: string,
  town: Town,
  due: DueFollowUp,
  at: number,
): Promise<void> {
  const task = await storeTask(services, followUpTask(town, due), at);
  await services.workflow.startTask(machine, task.town, task.id);
  await changeRequest(services, task.town, due.request.id, async (record) => ({
    record: withFollowUpBegun(record, due.date, at),
    result: undefined,
  }));
}
