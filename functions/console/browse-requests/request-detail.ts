import type { Rules } from '../../../domain/request/decision.js';
import { describeEntry } from '../../../domain/request/describe-entry.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { isSealed } from '../../../domain/request/confidential.js';
import { placeName } from '../../../domain/request/words.js';
import type { FieldsOf, TimelineEntry } from '../../../domain/request/timeline.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { coordinationView } from './coordination-view.js';
import { nameBeside } from '../words.js';
import { requestRow } from './request-row.js';
import { given } from '../../../domain/words/given.js';

/** In which language, and whether with the words that people said. */
export interface Told {
  readonly language: Language;
  readonly words: boolean;
}

const iso = (at: number): string => new Date(at).toISOString();

/** A request as its record says, asks and executions aside. */
export function requestDetail(
  record: RequestRecord,
  rules: Rules,
  told: Told,
  now: number,
): Omit<ConsoleRequest, 'asks' | 'executions'> {
  const { version, townVersion, status, pauses = [], yuan, duplicateOf, joinedTo, followUps } = record;
  const { village, group, grid } = record;
  return {
    ...requestRow(factsOf(record), status, rules.town, now),
    version,
    townVersion,
    // Not where a complaint says that its sender lives.
    ...given({ place: placeName({ village, group, grid }, rules, told.language) || undefined }),
    ...(isSealed(record) ? { sealed: true } : {}),
    ...(record.confidential ? { complains: true } : {}),
    timeline: record.timeline.map((entry) => entryView(entry, record, rules, told)),
    pauses: pauses.map(({ from, to, why }) => ({ from: iso(from), ...moment('to', to), why })),
    ...petitionView(record, rules.town, told),
    ...coordinationView(record, rules, told),
    ...outcomeView(record, told),
    ...given({ yuan, duplicateOf, joinedTo, followUps, causes: factsOf(record).causes }),
  };
}

const moment = <Key extends string>(key: Key, at: number | undefined): Partial<Record<Key, string>> =>
  at === undefined ? {} : ({ [key]: iso(at) } as Record<Key, string>);

const withoutWords = (entry: TimelineEntry): TimelineEntry =>
  'note' in entry ? { ...entry, note: '' } : entry;

function entryView(
  entry: TimelineEntry,
  record: RequestRecord,
  rules: Rules,
  { language, words }: Told,
): ConsoleRequest['timeline'][number] {
  const { at, type } = entry;
  const { by, to, note, grid, step, due, yuan }: FieldsOf<TimelineEntry> = entry;
  return {
    at: iso(at),
    type,
    text: describeEntry(words ? entry : withoutWords(entry), record, rules, language),
    ...(by === undefined ? {} : { by, ...nameBeside(rules.town, 'byName', by) }),
    ...(to === undefined ? {} : { to, ...nameBeside(rules.town, 'toName', to) }),
    ...(words && note !== undefined ? { note } : {}),
    ...given({ grid, step }),
    ...moment('due', due),
    ...(yuan === undefined ? {} : { yuan }),
  };
}

function petitionView(
  { petition }: RequestRecord,
  town: Town,
  { words }: Told,
): Pick<ConsoleRequest, 'petition'> {
  if (!petition) return {};
  const { kind, lodged, takeUpBy, takenUpAt, notTakenUpAt, parties, sessions, settledAt, settlement } =
    petition;
  return {
    petition: {
      kind,
      lodged,
      takeUpBy: iso(takeUpBy),
      ...moment('takenUpAt', takenUpAt),
      ...moment('notTakenUpAt', notTakenUpAt),
      ...(parties === undefined ? {} : { parties }),
      sessions: sessions.map(({ at, by, result }) => ({
        at: iso(at),
        by,
        ...nameBeside(town, 'byName', by),
        result,
      })),
      ...moment('settledAt', settledAt),
      ...(words && settlement !== undefined ? { settlement } : {}),
    },
  };
}

function outcomeView({ outcome }: RequestRecord, { words }: Told): Pick<ConsoleRequest, 'outcome'> {
  if (!outcome) return {};
  const { as, reason } = outcome;
  return { outcome: { as, ...(words && reason !== undefined ? { reason } : {}) } };
}
