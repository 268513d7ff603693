import type { Services } from '../../../adapters/services.js';
import { staffAt } from '../../../domain/asks/plan-ask.js';
import { reviewsDue, reviewTask, withReview } from '../../../domain/review/open-review.js';
import type { Town } from '../../../domain/town/schema.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { storeTask } from '../open-task.js';
import { requestsOpenSince } from '../requests-open-since.js';

const DAY = 86_400_000;

type Effects = Services<{
  tasks: 'read' | 'save';
  requests: 'read' | 'save';
  workflow: 'startStaffTasks';
  board: 'readOpen';
}>;

/**
 * Asks for a look back on every emergency of the days before, once each: it is marked on the request last, so that what
 * was broken off is taken up by the next run or the next day.
 */
export async function openReviews(
  services: Effects,
  machine: string,
  { town, date, at }: { town: Town; date: string; at: number },
): Promise<void> {
  const { settings } = town;
  if (!settings.emergencies) return;
  const since = at - settings.statistics.lookBackDays * DAY;
  const waiting = await requestsOpenSince(services, town, { since, at, having: 'toReview' });
  for (const { id } of reviewsDue(waiting, settings, date)) await openReview(services, machine, town, id, at);
}

async function openReview(
  services: Effects,
  machine: string,
  town: Town,
  request: string,
  at: number,
): Promise<void> {
  const draft = reviewTask(town, await services.requests.load(town.settings.id, request), at);
  if (!draft) return;
  const task = await storeTask(services, draft, at);
  await services.workflow.startTask(machine, task.town, task.id);
  const to = staffAt({ town }, draft.to, 0, at).staff;
  await changeRequest(services, task.town, request, async (record) => ({
    record: withReview(record, { task: task.id, to, at }),
    result: undefined,
  }));
}
