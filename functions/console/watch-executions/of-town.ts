import type { Services } from '../../../adapters/services.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';

type Found = Services<{ tasks: 'read'; requests: 'read' }>;

/**
 * Machines whose executions are named after a request (with a round behind it) or a task; others after town and date.
 */
const NAMED_AFTER: Readonly<Record<string, 'request' | 'task'>> = {
  'resident-request': 'request',
  coordination: 'request',
  'follow-up': 'task',
  'staff-task': 'task',
};

/** The request or task that an execution works on, by its name; undefined for a round, and where there is none such. */
export async function subjectOf(
  { requests, tasks }: Found,
  town: string,
  machine: string,
  name: string,
): Promise<RequestRecord | TaskRecord | undefined> {
  const subject = subjectIdOf(machine, name);
  if (!subject) return undefined;
  return subject.of === 'request' ? requests.find(town, subject.id) : tasks.find(town, subject.id);
}

/** The id that an execution is named after; undefined for a round. */
export function subjectIdOf(
  machine: string,
  name: string,
): { readonly of: 'request' | 'task'; readonly id: string } | undefined {
  const [id = ''] = name.split('-');
  const of = NAMED_AFTER[machine];
  return of && { of, id };
}

/**
 * Whether an execution is of this town, by its name alone: a list gives no input, and one deployment serves many towns.
 * What the town has no record of is another's.
 */
export async function isOfTown(
  services: Found,
  town: string,
  machine: string,
  name: string,
): Promise<boolean> {
  if (NAMED_AFTER[machine] === undefined) return name.startsWith(`${town}-`);
  return (await subjectOf(services, town, machine, name)) !== undefined;
}
