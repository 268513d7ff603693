import type { Agreed } from '../appointments/moment.js';
import type { AskOption } from '../asks/ask-kinds.js';
import type { Verdict } from '../asks/verdict.js';
import type { Milestone, Programme, Town } from '../town/schema.js';
import type { Next, Notice, RequestRecord } from './record.js';
import type { Said } from './said.js';
import { takesUp, type TimelineEntry } from './timeline.js';

/** The town as it is now, and the request's programme as it was when the request began. */
export interface Rules {
  readonly town: Town;
  readonly programme?: Programme | undefined;
}

export type { Notice } from './record.js';

/**
 * An answer as it was recorded. `withdrawn`, `superseded`, `corrected` and `closed` are given by the system, not by a
 * person; `undone` by whoever takes back what led to the ask. `let-go` is none: the task that waited for one is ended,
 * and the ask is open.
 */
export interface Answer {
  readonly option: AskOption | 'withdrawn' | 'superseded' | 'corrected' | 'closed' | 'undone' | 'let-go';
  /** Staff id or `resident`. */
  readonly by: string;
  readonly note?: string | undefined;
  /** Aid given, where it was stated as a number of its own. */
  readonly yuan?: number | undefined;
  /** The date and time that its words agree on. */
  readonly agreed?: Agreed | undefined;
  /** What its words say of what was asked back, or of where an emergency is. */
  readonly said?: Said | undefined;
  /** A resident's verdict at closure, question by question. */
  readonly verdict?: Verdict | undefined;
  /** How far whoever answers says to be, where that is known. */
  readonly milestone?: Milestone | undefined;
  readonly at: number;
}

/** The words of an answer, as an entry of the timeline has them. */
export const noteOf = ({ note }: Pick<Answer, 'note'>) => (note === undefined ? {} : { note });

/** The decision of a rule: the record as it now is, who is told, and where the workflow goes. */
export interface Decision {
  readonly record: RequestRecord;
  readonly notices: readonly Notice[];
  readonly next: Next;
}

export const withEntry = (record: RequestRecord, entry: TimelineEntry): RequestRecord => ({
  ...record,
  timeline: [...record.timeline.filter((before) => !takesUp(entry, before)), entry],
});
