import type { AskOption } from '../asks/ask-kinds.js';
import type { Programme, Town } from '../town/schema.js';
import type { Next, Notice, RequestRecord, TimelineEntry } from './record.js';

/** The town as it is now, and the request's programme as it was when the request began. */
export interface Rules {
  readonly town: Town;
  readonly programme?: Programme | undefined;
}

export type { Notice } from './record.js';

/** An answer as it was recorded. `withdrawn`, `superseded` and `closed` are given by the system, not by a person. */
export interface Answer {
  readonly option: AskOption | 'withdrawn' | 'superseded' | 'closed';
  /** Staff id or `resident`. */
  readonly by: string;
  readonly note?: string | undefined;
  /** Aid given, where it was stated as a number of its own. */
  readonly yuan?: number | undefined;
  readonly at: number;
}

/** What a rule decides: the record as it now is, who is told, and where the workflow goes. */
export interface Decision {
  readonly record: RequestRecord;
  readonly notices: readonly Notice[];
  readonly next: Next;
}

export const withEntry = (record: RequestRecord, entry: TimelineEntry): RequestRecord => ({
  ...record,
  timeline: [...record.timeline, entry],
});
