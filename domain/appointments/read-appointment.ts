import { leavesDoubt } from '../answers/doubts.js';
import { localDate, localTime } from '../calendar/local-time.js';
import { addDays, weekday } from '../calendar/plain-dates.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { withoutSeparators } from '../words/separators.js';
import type { Language } from '../words/language.js';
import type { Mentioned } from './mention.js';
import { beginsAt, endsAt, type Moment, readWritten } from './moment.js';
import { readChinese } from './read-chinese.js';
import { readEnglish } from './read-english.js';

export type Doubt =
  /** No day is named. */
  | 'no-day'
  /** A week, a lunar date, the weekday that is today. */
  | 'vague'
  /** Two dates, or two times. */
  | 'several'
  /** The weekday is not that of the date. */
  | 'weekday'
  /** Six or seven o'clock, in the morning or in the evening. */
  | 'time'
  | 'past'
  /** Further off than the town makes appointments. */
  | 'far'
  /** "Perhaps", "not on". */
  | 'words';

export type ReadAppointment =
  | { readonly sure: true; readonly moment: Moment; readonly words: string }
  /** `likely` is what was probably meant; it is asked back. */
  | {
      readonly sure: false;
      readonly why: Doubt;
      readonly likely?: Moment | undefined;
      readonly words: string;
    };

export interface Reader {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  /** How "9/3" is read where no word tells the language. */
  readonly language: Language;
  /** How many days ahead appointments are made. */
  readonly daysAhead: number;
}

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]{2}/;

/** The agreed date and time, on the town's calendar. Nothing is guessed: an unsure one says its likeliest reading. */
export function readAppointment(text: string, reader: Reader): ReadAppointment {
  const written = readWritten(text);
  if (written) return settled(written.moment, undefined, written.words, reader);
  const said = readClauses(afterTheChange(tidyText(text)), reader);
  const [date] = said.days;
  if (date === undefined) return withoutDay(said, reader);
  return settled(momentOn(date, said), doubtOf(date, said), said.words, reader);
}

const CHANGED_TO = /改到|改为|改成|改在|推迟到|提前到|延到|延期到/g;
const CHANGED = /\b(?:moved?|changed?|rescheduled?|postponed?)\b/g;
const TO = /\bto\b/g;

/** "9月3日改到9月5日": what it was changed to. */
function afterTheChange(words: string): string {
  const rest = words.slice(endOfChange(foldText(words)));
  return /\d|[天周日号]|day|tomorrow/.test(rest) ? rest : words;
}

/** Where the last words end that say to what it was changed, and are followed by anything. */
function endOfChange(folded: string): number {
  const found = (pattern: RegExp) =>
    [...folded.matchAll(pattern)]
      .map(({ index, 0: { length } }) => ({ index, end: index + length }))
      .filter(({ end }) => end < folded.length);
  const to = found(TO);
  const last = to.at(-1)?.index ?? -1;
  const changed = found(CHANGED).findLast(({ end }) => end <= last);
  const changedTo = found(CHANGED_TO).at(-1);
  if (!changed || changed.index < (changedTo?.index ?? 0)) return changedTo?.end ?? 0;
  return to.find(({ index }) => index >= changed.end)?.end ?? 0;
}

/** Each is read together with those before it: whoever names no day in so many has not begun with the appointment. */
const MOST_CLAUSES = 12;

/**
 * The first words that name a day and its time are the appointment; what follows them ("，前一天晚上10点后禁食") are words to it,
 * whatever hours it names. Only another day in it leaves open which is meant.
 */
function readClauses(text: string, { now, timeZone, language }: Reader): Mentioned {
  const today = localDate(now, timeZone);
  const folded = foldText(text);
  const isChinese = HAN.test(folded) || (!LATIN.test(folded) && language === 'zh-CN');
  const read = (words: string): Mentioned =>
    isChinese ? readChinese(words, today) : readEnglish(words, today, localTime(now, timeZone));
  const ends = [...folded.matchAll(/[,，;；。]/g)].map(({ index }) => index + 1).slice(0, MOST_CLAUSES);
  for (const end of ends) {
    const said = read(folded.slice(0, end));
    if (said.days.length === 0 || (said.times.length === 0 && !said.half)) continue;
    const rest = withoutSeparators(text.slice(end)).trim();
    const words = [said.words, rest].filter((part) => part !== '').join(isChinese ? '，' : ', ');
    return { ...said, days: [...new Set([...said.days, ...read(folded.slice(end)).days])], words };
  }
  return read(folded);
}

const momentOn = (date: string, { times: [first], half }: Mentioned): Moment => ({
  date,
  ...(first ? { time: first.time } : half ? { half } : {}),
});

/** Before, about, or not on a day. */
const DOUBTED =
  /不行|不是|不能|没空|不在|待定|暂定|或|还是|(?:^|，)(?:之|以)?(?:前|后|前后|左右|起)(?:$|，)|\b(?:or|not|cannot|can't|except|may be|by|before|after|until|around|about|from)\b/;

const isDoubted = (words: string): boolean => DOUBTED.test(words) || leavesDoubt(words);

function doubtOf(date: string, { days, weekdays, times, vague, words }: Mentioned): Doubt | undefined {
  if (days.length > 1 || new Set(times.map(({ time }) => time)).size > 1) return 'several';
  if (weekdays.some((day) => day !== weekday(date))) return 'weekday';
  if (vague) return 'vague';
  if (isDoubted(words)) return 'words';
  return times.some(({ sure }) => !sure) ? 'time' : undefined;
}

function settled(
  moment: Moment,
  doubt: Doubt | undefined,
  words: string,
  { now, timeZone, daysAhead }: Reader,
): ReadAppointment {
  if (endsAt(moment, timeZone) <= now) return { sure: false, why: 'past', words };
  if (moment.date > addDays(localDate(now, timeZone), daysAhead)) return { sure: false, why: 'far', words };
  return doubt
    ? { sure: false, why: doubt, likely: moment, words: withoutDoubts(words) }
    : { sure: true, moment, words };
}

/** Once the likely date is confirmed, "perhaps" is no word to it. */
const withoutDoubts = (words: string): string =>
  words
    .split(/(?<=[，,])\s*/)
    .filter((part) => !isDoubted(part.replace(/[，,]$/, '')))
    .join('')
    .replace(/[，,]$/, '');

/** An hour alone is probably the next. */
function withoutDay(said: Mentioned, { now, timeZone }: Reader): ReadAppointment {
  const { words, vague, times, half } = said;
  const why = vague ? 'vague' : 'no-day';
  if (vague || (times.length === 0 && !half)) return { sure: false, why, words };
  const today = localDate(now, timeZone);
  const here = momentOn(today, said);
  const likely = beginsAt(here, timeZone) > now ? here : momentOn(addDays(today, 1), said);
  return { sure: false, why, likely, words };
}
