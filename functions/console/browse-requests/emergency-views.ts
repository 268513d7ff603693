import { wordsOf } from '../../../domain/access/known-resident.js';
import { mayDo } from '../../../domain/access/permissions.js';
import { dangerName } from '../../../domain/request/danger-words.js';
import type { Rules } from '../../../domain/request/decision.js';
import { wantsCalls } from '../../../domain/request/further-call.js';
import { furtherContacts } from '../../../domain/request/last-line.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { Person, RequestRecord } from '../../../domain/request/record.js';
import { placeName, staffName } from '../../../domain/request/words.js';
import { silentPeople } from '../../../domain/review/asked-people.js';
import {
  type EmergencyReview,
  type ReviewedCall,
  reviewEmergency,
} from '../../../domain/review/review-emergency.js';
import type { Town } from '../../../domain/town/schema.js';
import { nameBeside } from '../words.js';
import type { CallList, ReviewView } from '../../../contracts/console/calls.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import type { Told } from './request-detail.js';
import type { ConsoleUser } from '../../http/console-user.js';
import { entriesOf } from '../../../domain/request/timeline.js';

const iso = (at: number): string => new Date(at).toISOString();

const moment = <Key extends string>(key: Key, at: number | undefined): Partial<Record<Key, string>> =>
  at === undefined ? {} : ({ [key]: iso(at) } as Record<Key, string>);

/** The parts of a request's page besides its record. */
interface Beside extends Told {
  readonly user: ConsoleUser;
  readonly at: number;
  /** Who the emergency is about; only for whoever may see that. */
  readonly person?: Person | undefined;
  /** Other reports of the same event. */
  readonly joined: readonly string[];
}

/** Of an emergency: whom to call while nobody has come, and what was said when. */
export function emergencyViews(
  record: RequestRecord,
  rules: Rules,
  beside: Beside,
): Pick<ConsoleRequest, 'callList' | 'review'> {
  // Another report of an event is looked back on with the first.
  if (record.path !== 'emergency' || record.joinedTo !== undefined) return {};
  const review = reviewEmergency(record, rules.town.settings, beside.at);
  return {
    ...(wantsCalls(record, rules) ? { callList: callListView(record, rules, review, beside) } : {}),
    review: reviewView(record, rules, review, beside),
  };
}

function callListView(
  record: RequestRecord,
  rules: Rules,
  { calls, calledUpAt }: EmergencyReview,
  { language, words, person, user }: Beside,
): CallList {
  const { town } = rules;
  return {
    ...moment('calledUpAt', calledUpAt),
    mayNote: mayDo(user.roles, 'requests.answer'),
    contacts: furtherContacts(record, rules).map(({ id, name, phone, note }) => ({
      id,
      name: name[language],
      phone,
      ...(note === undefined ? {} : { note: note[language] }),
      calls: calls.filter(({ contact }) => contact === id).map((call) => callView(call, town, words)),
    })),
    say: {
      place: placeName(record, rules, language),
      danger: dangerName(record.danger?.kind, town, language),
      ...(person ? { words: wordsOf(person), phone: person.phone } : {}),
    },
  };
}

const callView = ({ at, by, isAnswered, note }: ReviewedCall, town: Town, words: boolean) => ({
  at: iso(at),
  ...(by === undefined ? {} : { by, ...nameBeside(town, 'byName', by) }),
  isAnswered,
  ...(words && note !== undefined ? { note } : {}),
});

function reviewView(
  record: RequestRecord,
  rules: Rules,
  review: EmergencyReview,
  { language, words, joined }: Beside,
): ReviewView {
  const { town } = rules;
  const { ended } = review;
  const task = entriesOf(record, 'review-due')[0]?.task;
  return {
    reportedAt: iso(review.reportedAt),
    told: review.told.map(({ staff, at }) => ({ staff, ...nameBeside(town, 'name', staff), at: iso(at) })),
    asked: askedView(record, rules, review, { language, words }),
    milestones: review.milestones.map(({ at, ...milestone }) => ({ ...milestone, ...moment('at', at) })),
    silent: silentPeople(review.asked).map((staff) => staffName(town, staff) || staff),
    ...moment('calledUpAt', review.calledUpAt),
    calls: review.calls.map((call) => ({
      ...callView(call, town, words),
      contact: contactName(town, call.contact, language),
    })),
    joined: [...joined],
    ...(ended === undefined
      ? {}
      : {
          ended: {
            at: iso(ended.at),
            how: ended.how,
            ...(ended.by === undefined
              ? {}
              : { by: ended.by, byName: staffName(town, ended.by) || contactName(town, ended.by, language) }),
            ...(words && ended.note !== undefined ? { note: ended.note } : {}),
          },
        }),
    ...(task === undefined ? {} : { task }),
  };
}

const contactName = ({ settings }: Town, id: string, language: Told['language']): string =>
  settings.emergencies?.lastLine.contacts.find((contact) => contact.id === id)?.name[language] ?? id;

function askedView(
  record: RequestRecord,
  rules: Rules,
  { asked }: EmergencyReview,
  { language, words }: Told,
): ReviewView['asked'] {
  const steps = programmeOf(record, rules).stages.flatMap((stage) => stage.steps);
  return asked.map(({ staff, step, askedAt, outcome, at, note }) => ({
    staff,
    ...nameBeside(rules.town, 'name', staff),
    ...(step === undefined ? {} : { what: steps.find(({ id }) => id === step)?.name[language] ?? step }),
    askedAt: iso(askedAt),
    outcome,
    ...(at === undefined ? {} : { minutes: Math.round((at - askedAt) / 60_000) }),
    ...(words && note !== undefined ? { note } : {}),
  }));
}
