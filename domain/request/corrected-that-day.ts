import { localDate } from '../calendar/local-time.js';
import type { Town } from '../town/schema.js';
import type { RequestRecord } from './record.js';
import { entriesOf, keptWords, type TimelineEntry } from './timeline.js';

interface Said {
  readonly words: string;
  /** A staff id. */
  readonly by: string;
  readonly at: number;
}

/**
 * The correction that somebody made that day for this reason, where none was made since: sent again it was made the
 * first time. A moment that is the same needs no reason.
 */
export function correctedThatDay(
  record: RequestRecord,
  said: Said & { readonly fields: readonly string[] },
  town: Town,
): (TimelineEntry & { readonly type: 'corrected' })[] {
  const corrected = entriesOf(record, 'corrected');
  const { at, by } = corrected.at(-1) ?? {};
  const last = corrected.filter((entry) => entry.at === at && entry.by === by);
  const isSame = last.some(
    (entry) => entry.at === said.at || (said.words !== '' && isOfThatDay(entry, said, town)),
  );
  const isAboutIt = last.some(({ what }) => said.fields.includes(what));
  return isSame && isAboutIt && by === said.by ? last : [];
}

const isOfThatDay = (
  { at, by, note }: { at: number; by?: string | undefined; note?: string | undefined },
  said: Said,
  { settings }: Town,
): boolean =>
  by === said.by &&
  note === keptWords(said.words) &&
  localDate(at, settings.timeZone) === localDate(said.at, settings.timeZone);
