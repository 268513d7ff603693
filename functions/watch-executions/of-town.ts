import type { Services } from '../../adapters/services.js';

type Found = Pick<Services, 'requests' | 'tasks'>;

/** The machines whose executions are named after a request (with a round behind it) or a task of the staff; others after town and date. */
const NAMED_AFTER: Readonly<Record<string, 'request' | 'task'>> = {
  'resident-request': 'request',
  coordination: 'request',
  'follow-up': 'task',
  'staff-task': 'task',
};

/**
 * Whether an execution is of this town, by its name alone: a list gives no input, and one deployment serves many towns.
 * What the town has no record of is another's.
 */
export async function isOfTown(
  { requests, tasks }: Found,
  town: string,
  machine: string,
  name: string,
): Promise<boolean> {
  const [subject = ''] = name.split('-');
  const after = NAMED_AFTER[machine];
  if (after === undefined) return name.startsWith(`${town}-`);
  const record = after === 'request' ? requests.find(town, subject) : tasks.find(town, subject);
  return (await record) !== undefined;
}
