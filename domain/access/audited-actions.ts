import { dutySchema } from '../town/field-schemas.js';
import { ROLES } from './roles.js';

/**
 * The acts in the audit trail: every read of personal data, and every change made through the console. A name once used
 * stays, for the trail is kept for years.
 */
export const AUDITED_ACTIONS = [
  /** A request was looked at with the words that people said about it. */
  'request.read',
  /** The personal half of a request was looked at. */
  'person.read',
  'requests.exported',
  /** Requests were looked for by words, names or numbers of people; for which does not stand in the trail. */
  'requests.searched',
  /** A photo of a request was looked at. */
  'photo.read',
  /** Copies of its photos were put on the daily board, for everybody; taken off it. */
  'photos.published',
  'photos.taken-off',
  'request.answered',
  /** A record was put right; a remark was added; a report by telephone was entered. */
  'request.corrected',
  'request.remarked',
  /** Whoever is asked about a request was reminded by hand. */
  'request.urged',
  'request.entered',
  /** A telephone call about an emergency was noted. */
  'call.noted',
  /** Departments were called to a request. */
  'departments.called',
  /** The phones of staff were looked at, unmasked. */
  'phones.read',
  /** The log of texts was looked at. */
  'texts.read',
  /** Dangers that are held together were looked at with their words; their origin was held, or released. */
  'flood.read',
  'flood.held',
  'flood.released',
  /** The answers to an inspection's findings were looked at. */
  'findings.read',
  /** The words on a task of the staff were looked at. */
  'task.read',
  'execution.redriven',
  'execution.retried',
  'execution.stopped',
  'programme.changed',
  'staff.changed',
  'post.changed',
  'leave.added',
  'leave.removed',
  /** The town's data were edited in the console; an earlier version was brought back. */
  'town.edited',
  'town.restored',
  'town.imported',
  'town.exported',
  /** Somebody said how the words of a request should have been read; took that back; had the town learn it. */
  'reading.taught',
  'reading.taught-removed',
  'reading.taken-over',
  /** A member of staff came in by a code. */
  'staff.signed-in',
] as const;
export type AuditedAction = (typeof AUDITED_ACTIONS)[number];

/** The roles by which residents are told who looked at their words. */
export const LOOKER_ROLES = [...dutySchema.exclude(['leader']).options, ...ROLES] as const;
export type LookerRole = (typeof LOOKER_ROLES)[number];

/** One line of the audit trail. It names things by their ids, and holds nobody's phone and nobody's words. */
export interface AuditEntry {
  readonly town: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The `sub` of who did it, and the name they had then. */
  readonly who: string;
  readonly name: string;
  /** Their role at that time. */
  readonly role?: LookerRole | undefined;
  readonly action: AuditedAction;
  /** Its object: the number of a request, the id of a programme. */
  readonly subject?: string | undefined;
  /** A further detail that tells one such act from another: a state, a version, a count. */
  readonly detail?: string | undefined;
  /** Its subject is a complaint about staff: every reader of the trail sees that one was read, and not which. */
  readonly sealed?: true | undefined;
}
