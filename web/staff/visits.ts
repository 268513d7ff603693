import * as z from 'zod';
import type { AnswerOf } from '../../contracts/route.js';
import { recordedVisitsAnswer, type visitsBody, type visitsRoute } from '../../contracts/staff/visits.js';
import { knownZone } from '../../contracts/pages/times.js';
import { addDays, mondayOf } from '../../domain/calendar/plain-dates.js';
import { readAnswer } from '../read-answer.js';

/** The parts that are read again of a visit that was to be sent. */
const sent = z.object({ visits: z.array(z.object({ household: z.number(), people: z.number() })) });

/** A household to be visited this week. */
export type DueHousehold = AnswerOf<typeof visitsRoute>['due'][number];

/** Whether its time comes after this week, in it, or came before: a grid has the whole week for its list. */
export function dueWhen(
  { dueOn }: Pick<DueHousehold, 'dueOn'>,
  now: number,
  timeZone: string | undefined,
): 'overdue' | 'this-week' | 'later' {
  // Sweden writes days as the service does: YYYY-MM-DD.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: knownZone(timeZone) }).format(now);
  const monday = mondayOf(today);
  if (dueOn < monday) return 'overdue';
  return dueOn < addDays(monday, 7) ? 'this-week' : 'later';
}

/** A visit as it is being written down. */
export interface VisitDraft {
  /** How many were met, as typed; 0: nobody was at home. */
  readonly people: string;
  readonly note: string;
  /** The words are a finding, to be handled. */
  readonly problem: boolean;
  /** It is so, though the service asked. */
  readonly sure: boolean;
}

export const EMPTY_VISIT: VisitDraft = { people: '', note: '', problem: false, sure: false };

/** One visit of the body of `POST /visits/{grid}`. */
type VisitBody = z.input<typeof visitsBody>['visits'][number];

const peopleOf = (typed: string): number | undefined => {
  const digits = typed.normalize('NFKC').trim();
  return /^\d{1,2}$/.test(digits) ? Number(digits) : undefined;
};

/** The first field to fill in before a visit is sent, as the service calls it. */
export function missingInVisit({ people, note, problem }: VisitDraft): 'people' | 'note' | undefined {
  if (peopleOf(people) === undefined) return 'people';
  return problem && note.trim() === '' ? 'note' : undefined;
}

export function visitBody(
  household: number,
  key: string,
  { people, note, problem, sure }: VisitDraft,
): VisitBody {
  const said = note.trim();
  return {
    household,
    key,
    people: peopleOf(people) ?? 0,
    ...(said === '' ? {} : { note: said }),
    ...(problem ? { problem } : {}),
    ...(sure ? { sure } : {}),
  };
}

/** The answer of `POST /visits/{grid}` to one visit. */
export const recordedVisitOf = (answer: unknown) => readAnswer(recordedVisitsAnswer, answer)?.recorded[0];

/** A visit that waits to be sent, or was: from the body of `POST /visits/{grid}`. */
export const sentVisitOf = (body: unknown) => readAnswer(sent, body)?.visits[0];
