import { isSealed } from '../request/confidential.js';
import type { RequestRecord } from '../request/record.js';
import { mayDo, type Role } from './permissions.js';

/** Who signed in to the console. */
interface Reader {
  readonly roles: readonly Role[];
  readonly staff?: string | undefined;
}
type Kept = Pick<RequestRecord, 'confidential' | 'path' | 'nameWithheld'>;

/** Whether the caller may see that a request exists: complaints about staff are for those who look into them alone. */
export const maySee = ({ roles, staff }: Reader, record: Kept): boolean =>
  (!isSealed(record) || mayDo(roles, 'complaints.read')) &&
  (staff === undefined || !record.confidential?.about.includes(staff));

/** Whether they may learn who reported it, and in which words. */
export function mayReadPerson({ roles }: Pick<Reader, 'roles'>, record: Kept): boolean {
  if (isSealed(record)) return mayDo(roles, 'complaints.read');
  return mayDo(roles, record.nameWithheld ? 'people.withheld' : 'people.read');
}

/** Whether they may have the number of an inspection's callee: theirs to call, or they may read who reported it. */
export const mayCallResident = (reader: Reader, record: Kept, caller: string): boolean =>
  maySee(reader, record) && (reader.staff === caller || mayReadPerson(reader, record));
