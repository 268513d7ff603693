import type { Services } from '../../adapters/services.js';
import { rulesIn } from '../use-cases/load-rules.js';
import { sendNotices } from '../use-cases/send-notices.js';
import { sendTaskNotices } from '../use-cases/send-task-notices.js';

/** Sends what a request's last step decided to tell and could not, before its execution ended; each text once. */
export async function tellLast(
  services: Services<{
    requests: 'readTogether' | 'readPerson';
    towns: 'readTogether';
    texts: 'send';
    items: 'requestAndTown';
  }>,
  { town, request, at }: { readonly town: string; readonly request: string; readonly at: number },
): Promise<void> {
  const { record, current, person } = await services.items.read({
    record: services.requests.reading(town, request),
    current: services.towns.reading(town),
    person: services.requests.readingPerson(town, request),
  });
  const last = record.answered.at(-1);
  if (last === undefined) return;
  const rules = await rulesIn(services, current.town, record);
  await sendNotices(services, { record, rules, person, notices: last.notices, purpose: last.key, at });
}

/** The same of a task of the staff. */
export async function tellLastOfTask(
  services: Services<{ tasks: 'read'; requests: 'readPerson'; towns: 'read'; texts: 'send' }>,
  { town: id, task: number, at }: { readonly town: string; readonly task: string; readonly at: number },
): Promise<void> {
  const [task, { town }] = await Promise.all([services.tasks.load(id, number), services.towns.load(id)]);
  const last = task.answered.at(-1);
  if (last === undefined) return;
  const { key, notices } = last;
  await sendTaskNotices(services, { task, town, notices, key, at });
}
