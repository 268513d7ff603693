import type { Bilingual } from '../../domain/words/language.js';
import { instantOf, isObject, listOf, numberOf, textOf } from '../json.js';
import { bilingualOf } from '../language.js';

/** A household to be visited this week. */
export interface DueHousehold {
  readonly household: number;
  /** What kind of household, in words. */
  readonly class: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly lastVisit?: string;
  readonly carriedOver: boolean;
  readonly visited: boolean;
}

/** A grid's visits of the week: the answer of `GET /visits/{grid}`. */
export interface Visits {
  readonly grid: number;
  readonly name: Bilingual;
  /** When the week is over, epoch milliseconds. */
  readonly until: number;
  readonly due: readonly DueHousehold[];
  /** How many more are due than a week's list holds. */
  readonly waiting: number;
}

function dueOf(value: unknown): DueHousehold | undefined {
  if (!isObject(value)) return undefined;
  const household = numberOf(value['household']);
  const dueOn = textOf(value['dueOn']);
  if (household === undefined || dueOn === undefined) return undefined;
  return {
    household,
    dueOn,
    class: textOf(value['class']) ?? '',
    lastVisit: textOf(value['lastVisit']),
    carriedOver: value['carriedOver'] === true,
    visited: value['visited'] === true,
  };
}

/** The answer of `GET /visits/{grid}`; undefined when it is none. */
export function visitsOf(value: unknown): Visits | undefined {
  if (!isObject(value)) return undefined;
  const grid = numberOf(value['grid']);
  const name = bilingualOf(value['name']);
  const until = instantOf(value['until']);
  if (grid === undefined || name === undefined || until === undefined) return undefined;
  return { grid, name, until, due: listOf(value['due'], dueOf), waiting: numberOf(value['waiting']) ?? 0 };
}

/** A visit as it is being written down. */
export interface VisitDraft {
  /** How many were met, as typed; 0: nobody was at home. */
  readonly people: string;
  readonly note: string;
  /** The words are a finding, to be handled. */
  readonly problem: boolean;
}

export const EMPTY_VISIT: VisitDraft = { people: '', note: '', problem: false };

/** One visit of the body of `POST /visits/{grid}`. */
export interface VisitBody {
  readonly household: number;
  readonly people: number;
  readonly note?: string;
  readonly problem?: true;
  /** Names this visit, so that it counts once however often it is sent. */
  readonly key: string;
}

const peopleOf = (typed: string): number | undefined => {
  const digits = typed.normalize('NFKC').trim();
  return /^\d{1,2}$/.test(digits) ? Number(digits) : undefined;
};

/** What is missing before a visit is sent: the field, as the service calls it. */
export function missingInVisit({ people, note, problem }: VisitDraft): 'people' | 'note' | undefined {
  if (peopleOf(people) === undefined) return 'people';
  return problem && note.trim() === '' ? 'note' : undefined;
}

export function visitBody(household: number, key: string, { people, note, problem }: VisitDraft): VisitBody {
  const said = note.trim();
  return {
    household,
    key,
    people: peopleOf(people) ?? 0,
    ...(said === '' ? {} : { note: said }),
    ...(problem ? { problem } : {}),
  };
}

/** What a visit was recorded as. */
export interface RecordedVisit {
  readonly household: number;
  /** The request that a finding became. */
  readonly request?: string;
}

/** The answer of `POST /visits/{grid}` to one visit. */
export function recordedVisitOf(value: unknown): RecordedVisit | undefined {
  const [first] = isObject(value)
    ? listOf(value['recorded'], (one): RecordedVisit | undefined => {
        const household = isObject(one) ? numberOf(one['household']) : undefined;
        return isObject(one) && household !== undefined
          ? { household, request: textOf(one['request']) }
          : undefined;
      })
    : [];
  return first;
}

/** A visit that waits to be sent, or was: from the body of `POST /visits/{grid}`. */
export function sentVisitOf(body: unknown): Pick<VisitBody, 'household' | 'people'> | undefined {
  const [visit] = isObject(body) && Array.isArray(body['visits']) ? (body['visits'] as unknown[]) : [];
  if (!isObject(visit)) return undefined;
  const household = numberOf(visit['household']);
  const people = numberOf(visit['people']);
  return household === undefined || people === undefined ? undefined : { household, people };
}
