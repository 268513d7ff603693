import type { Services } from '../../../adapters/services.js';
import { causeTask, furtherNotices, withCause, withFurther } from '../../../domain/causes/cause-task.js';
import { type CausePlace, causePlaceOf, isAt, recurrencesAt } from '../../../domain/causes/recurrences.js';
import { staffAt } from '../../../domain/asks/plan-ask.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { Town } from '../../../domain/town/schema.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { changeStored } from '../../use-cases/change-stored.js';
import { sendTaskNotices } from '../../use-cases/send-task-notices.js';
import { settleTaskAsk } from '../../use-cases/settle-task-ask.js';
import { storeTask } from '../open-task.js';
import { requestsOpenSince } from '../requests-open-since.js';

const DAY = 86_400_000;
/** More writers of one task at one moment than there ever are. */
const ATTEMPTS = 5;

type Effects = Services<{
  tasks: 'read' | 'save';
  requests: 'read' | 'save' | 'readPerson';
  asks: 'answerOfTasks';
  texts: 'send';
  workflow: 'startStaffTasks' | 'endQuietTimes';
  board: 'readOpen';
  towns: 'read';
}>;

/**
 * Looks at what was closed and came in of late: a further request of a place whose cause is being looked for is added
 * to that task, and the third closure of any other place opens one. A request is linked last, so that what was broken
 * off is taken up by the next run.
 */
export async function openCauses(
  services: Effects,
  machine: string,
  { town, at }: { town: Town; at: number },
): Promise<void> {
  const { causes } = town.settings;
  const requests = await requestsOpenSince(services, town, { since: at - causes.withinDays * DAY, at });
  const open = await openTasks(services, town, requests);
  for (const task of open) {
    const { cause } = task;
    if (!cause) continue;
    const further = requests
      .filter((facts) => isAt(cause, facts) && facts.createdAt > task.createdAt && !isLinked(facts, task))
      .toSorted((a, b) => a.createdAt - b.createdAt);
    for (const { id } of further) await addFurther(services, town, { task, request: id, at });
  }
  for (const { place, requests: closed } of recurrencesAt(requests, town.settings, at)) {
    const isNew = closed.some((facts) => facts.causes === undefined);
    if (isNew && !open.some(({ cause }) => cause && isSame(cause, place)))
      await openCause(services, machine, town, { place, closed, at });
  }
}

const isLinked = ({ causes = [] }: RequestFacts, { id }: TaskRecord): boolean => causes.includes(id);

const isSame = (one: CausePlace, other: CausePlace): boolean =>
  isAt(one, other) && causePlaceOf(one) !== undefined;

/** The tasks that some of these requests are linked to and that are not over. */
async function openTasks(
  { tasks }: Pick<Effects, 'tasks'>,
  { settings }: Town,
  requests: readonly RequestFacts[],
): Promise<TaskRecord[]> {
  const ids = new Set(requests.flatMap(({ causes = [] }) => causes));
  const found = await Promise.all([...ids].map((id) => tasks.load(settings.id, id)));
  return found.filter(({ result }) => result === undefined);
}

async function openCause(
  services: Effects,
  machine: string,
  town: Town,
  { place, closed, at }: { place: CausePlace; closed: readonly RequestFacts[]; at: number },
): Promise<void> {
  const draft = causeTask(
    town,
    place,
    closed.map(({ id }) => id),
  );
  const task = await storeTask(services, draft, at);
  await services.workflow.startTask(machine, task.town, task.id);
  for (const { id } of closed) await link(services, town, { task, request: id, at });
}

interface Adding {
  readonly task: TaskRecord;
  readonly request: string;
  readonly at: number;
}

async function link(services: Effects, town: Town, { task, request, at }: Adding): Promise<void> {
  const to = staffAt({ town }, task.to, 0, at).staff;
  await changeRequest(services, task.town, request, async (record) => ({
    record: withCause(record, { task: task.id, to, at }),
    result: undefined,
  }));
}

/** Adds a request to the task; whoever owns it is told or, where they said already what is done, asked again. */
async function addFurther(services: Effects, town: Town, { task, request, at }: Adding): Promise<void> {
  const grown = await changeStored(
    {
      load: () => services.tasks.load(task.town, task.id),
      save: (changed) => services.tasks.save(changed),
    },
    (before) => withFurther(before, town, request, at) ?? before,
    ATTEMPTS,
    () => new DomainError('TaskBusy', `task ${task.id} was written by others`, { task: task.id }),
  );
  const key = `further/${request}`;
  await wake(services, grown, { key, at });
  await sendTaskNotices(services, {
    task: grown,
    town,
    notices: furtherNotices(grown, town, request),
    key,
    at,
  });
  await link(services, town, { task: grown, request, at });
}

/** The time in which nothing was to come is over. */
async function wake(
  services: Effects,
  task: TaskRecord,
  { key, at }: { key: string; at: number },
): Promise<void> {
  const watched = task.asks.find(({ quiet }) => quiet);
  if (!watched) return;
  const place = { town: task.town, of: 'task', subject: task.id, n: watched.n, waitsFor: undefined } as const;
  const ask = await services.asks.find(place);
  if (ask) await settleTaskAsk(services, ask, { option: 'failed', by: 'system', at, key });
}
