import { localDate } from '../calendar/local-time.js';
import { readRequestId } from '../codes/request-id.js';
import { contactsOf } from '../posts/inspectors.js';
import type { RequestRecord } from '../request/record.js';
import type { Town } from '../town/schema.js';
import type { AuditedAction, AuditEntry, LookerRole } from './audited-actions.js';

/** The acts by which staff open a resident's words, photos or name; a text to whoever handles it is none. */
const LOOKS: ReadonlySet<AuditedAction> = new Set<AuditedAction>([
  'request.read',
  'person.read',
  'photo.read',
  'texts.read',
]);

/** The request whose resident may be told that somebody looked. */
export const lookedAt = ({ action, subject }: Pick<AuditEntry, 'action' | 'subject'>): string | undefined =>
  subject !== undefined && LOOKS.has(action) && readRequestId(subject) === subject ? subject : undefined;

/**
 * What a member of the staff is to the resident of a request: their duty. A complaint about staff is read by whoever is
 * of the inspection team or, in an emergency, of the duty desk, and as that.
 */
export function lookerRole(
  town: Town,
  { confidential }: Pick<RequestRecord, 'confidential'>,
  staff: string,
): LookerRole | undefined {
  const { inspectionTeam, dutyDesk } = town.settings.departments;
  if (confidential && contactsOf(town, inspectionTeam).includes(staff)) return 'inspector';
  if (confidential && contactsOf(town, dutyDesk).includes(staff)) return 'duty-desk';
  return town.staff.find(({ id }) => id === staff)?.duty;
}

/** Somebody of the town looked at a request: when, and what they are to the town. */
export interface Look {
  readonly at: number;
  readonly role: LookerRole;
}

/** Who looked, latest first. Looks of one person on one day count as one: pages are opened again while one works. */
export function looksOf(
  entries: readonly Pick<AuditEntry, 'at' | 'who' | 'role'>[],
  timeZone: string,
): readonly Look[] {
  const latest = new Map<string, Look>();
  for (const { at, who, role } of entries.toSorted((a, b) => b.at - a.at)) {
    const day = `${localDate(at, timeZone)} ${who}`;
    if (role !== undefined && !latest.has(day)) latest.set(day, { at, role });
  }
  return [...latest.values()];
}
