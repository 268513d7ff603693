import type { Services } from '../../../adapters/services.js';
import type { Reading } from '../../../adapters/item-reader.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import { subjectIdOf } from './of-town.js';
import type { Listed } from './merged-list.js';

type Found = Services<{ items: 'requestsAndTasks'; requests: 'seekTogether'; tasks: 'seekTogether' }>;

/** DynamoDB reads so many items in one call. */
const AT_ONCE = 100;

/** The requests and tasks that some executions work on, by kind and id, read in few calls; of this town alone. */
export async function subjectsOf(
  { items, requests, tasks }: Found,
  town: string,
  listed: readonly Listed[],
): Promise<ReadonlyMap<string, RequestRecord | TaskRecord>> {
  const wanted = new Map<string, Reading<RequestRecord | TaskRecord | undefined>>();
  for (const { machine, execution } of listed) {
    const subject = subjectIdOf(machine, execution.name);
    if (subject)
      wanted.set(
        subjectKey(subject),
        subject.of === 'request' ? requests.seeking(town, subject.id) : tasks.seeking(town, subject.id),
      );
  }
  const all = [...wanted];
  const found = new Map<string, RequestRecord | TaskRecord>();
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const read: Record<string, RequestRecord | TaskRecord | undefined> = await items.read(
      Object.fromEntries(all.slice(from, from + AT_ONCE)),
    );
    for (const [name, record] of Object.entries(read)) if (record) found.set(name, record);
  }
  return found;
}

export const subjectKey = ({ of, id }: { readonly of: string; readonly id: string }): string => `${of} ${id}`;
