import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import {
  type DueFollowUp,
  followUpKey,
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

const beginPayload = roundPayload.extend({
  /** The last that was begun; a day that was closed before these were counted begins all in one go. */
  after: z.string().optional(),
});

const DAY = 86_400_000;
/** Follow-ups begun in one go: some five calls each, and a function has thirty seconds. */
const AT_ONCE = 40;

/** Where the workflow goes: on with more follow-ups, or to what comes after them. */
type Next = { readonly to: 'next' } | { readonly to: 'more'; readonly after: string };

type Effects = Services<typeof FUNCTION>;

/**
 * Begins the follow-ups that have come by the day, so many a call. Each is marked on its request last, so that one whose beginning was
 * broken off is taken up again, by this run or the next, and none is begun twice.
 */
export const createBeginFollowUps =
  (services: Effects, machine: string) =>
  async (event: unknown): Promise<Next> => {
    const { town: id, date, at, after } = beginPayload.parse(event);
    const { town } = await services.towns.load(id);
    const since = at - town.settings.statistics.lookBackDays * DAY;
    const requests = await requestsOpenSince(services, town, { since, at, having: 'followUps' });
    const due = followUpsDue(requests, date).filter((one) => after === undefined || followUpKey(one) > after);
    const some = after === undefined ? due : due.slice(0, AT_ONCE);
    for (const one of some) await begin(services, machine, town, one, at);
    const last = some.at(-1);
    return last && some.length < due.length ? { to: 'more', after: followUpKey(last) } : { to: 'next' };
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
