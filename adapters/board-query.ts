import type { RequestFacts } from '../domain/request/facts.js';
import type { RequestRecord, Status } from '../domain/request/record.js';
import { isSealed } from '../domain/request/confidential.js';
import { isUrgent } from '../domain/request/is-urgent.js';
import { runningDeadline, waitReason } from '../domain/request/running-deadline.js';
import { key } from './table-keys.js';

/** Which rows of the board to list; a filter that is absent lets everything through. */
export interface BoardFilter {
  readonly grid?: number | undefined;
  readonly village?: string | undefined;
  readonly path?: string | undefined;
  readonly category?: string | undefined;
  readonly status?: Status | undefined;
  /** Passed on to this department, or of one of its categories and passed on to nobody. */
  readonly department?: { readonly id: string; readonly categories: readonly string[] } | undefined;
  /** Due before this moment, by a running clock: reading ends there; `RequestsAsked.keeps` decides which to keep. */
  readonly dueBefore?: number | undefined;
}

/** A stretch of the board that is read in one direction. */
export interface BoardRun {
  readonly partition: string;
  readonly low: string;
  readonly high: string;
  readonly forward: boolean;
}

const OPEN = 'open';
/** Before the partitions of what is the inspection team's alone: nobody finds it who does not look for it. */
export const SEALED = 'sealed-';
const iso = (at: number): string => new Date(at).toISOString();
/** Above every date and every id. */
export const LAST = '~';

/** The month of a moment, UTC: one partition of what is past. */
export const monthOf = (at: number): string => iso(at).slice(0, 7);

const CLOSED = 'closed-';
export const closedIn = (at: number): string => CLOSED + monthOf(at);

/**
 * The places of a request on the board. First, by age, come emergencies that are not over, what the duty desk is asked
 * about because it does not get on, also where only its closing does not, and what nobody has placed; then open ones by their deadline while it runs; behind
 * them, by age, those of which nothing can be late.
 */
export function boardOf(record: RequestRecord, facts: RequestFacts): Record<string, string> {
  const { town, id, createdAt, closedAs } = record;
  const of = isSealed(record) ? SEALED : '';
  if (closedAs !== undefined && waitReason(facts) !== 'attention') {
    const at = record.closedAt ?? record.withdrawnAt ?? createdAt;
    return { boardKey: key(town, 'board', of + closedIn(at)), boardSort: `${iso(at)}#${id}` };
  }
  return {
    boardKey: key(town, 'board', of + OPEN),
    boardSort: `${placeOf(record, facts)}#${id}`,
  };
}

function placeOf(record: RequestRecord, facts: RequestFacts): string {
  const since = iso(record.createdAt);
  if (isUrgent(record)) return DANGER + since;
  if (waitReason(facts) === 'attention') return ATTENTION + since;
  if (facts.unplaced) return UNPLACED + since;
  const due = runningDeadline(facts);
  return due === undefined ? TIMELESS + since : dueSort(due);
}

/** In front of every deadline. */
const DANGER = 'a#';
const ATTENTION = 'b#';
const UNPLACED = 'c#';
/** Behind every deadline. */
const TIMELESS = 'n#';

/** A deadline's place; what is due at that moment sorts behind it, for its id follows. */
const dueSort = (at: number): string => `d#${iso(at)}`;

export const openRun = ({ dueBefore }: BoardFilter, of = ''): BoardRun => ({
  partition: of + OPEN,
  low: DANGER,
  high: dueBefore === undefined ? LAST : dueSort(dueBefore),
  forward: true,
});

/** Where lies what was closed in a month, complaints about staff, too. */
export const closedRunsOf = (month: string): readonly { readonly partition: string }[] => [
  { partition: CLOSED + month },
  { partition: SEALED + CLOSED + month },
];

/** Closures within a span, the latest first: of requests, or of other things that close. */
export const closedRuns = (span: { from: number; to: number }, of = ''): BoardRun[] =>
  monthRuns(span, `${of}${CLOSED}`);

/** The months of a span, the latest first. */
export function monthRuns({ from, to }: { from: number; to: number }, of: string): BoardRun[] {
  const runs: BoardRun[] = [];
  for (let at = to - 1; at >= from; at = startOfMonth(at) - 1)
    runs.push({
      partition: of + monthOf(at),
      low: iso(from),
      // A closure at `to` itself sorts behind it, for its id follows.
      high: iso(to),
      forward: false,
    });
  return runs;
}

const startOfMonth = (at: number): number => Date.parse(`${iso(at).slice(0, 7)}-01T00:00:00.000Z`);

/** Conditions as DynamoDB takes them. */
export interface Conditions {
  readonly expression: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

/** A filter as DynamoDB takes it. */
export function conditionsOf(filter: BoardFilter): Conditions {
  const { grid, village, path, category, status, department } = filter;
  return joined([
    factsAre({ grid, village, path, category }),
    ...(status === undefined ? [] : [isStatus(status)]),
    ...(department === undefined ? [] : [ofDepartment(department)]),
  ]);
}

/** Facts that are as given; one that is not given may be anything. */
export const factsAre = (facts: Readonly<Record<string, string | number | undefined>>): Conditions =>
  joined(Object.entries(facts).flatMap(([name, value]) => isFact(name, value) ?? []));

/** Rows that have this fact at all; without one, all rows. */
export const factThere = (name?: keyof RequestFacts): Conditions =>
  name === undefined
    ? joined([])
    : {
        expression: 'attribute_exists(#facts.#fact)',
        names: { '#facts': 'facts', '#fact': name },
        values: {},
      };

const isFact = (name: string, value: string | number | undefined): Conditions | undefined =>
  value === undefined
    ? undefined
    : {
        expression: `#facts.#${name} = :${name}`,
        names: { '#facts': 'facts', [`#${name}`]: name },
        values: { [`:${name}`]: value },
      };

const isStatus = (status: Status): Conditions => ({
  expression: '#status = :status',
  names: { '#status': 'status' },
  values: { ':status': status },
});

function ofDepartment({ id, categories }: NonNullable<BoardFilter['department']>): Conditions {
  const own = categories.map((category, index) => [`:category${index}`, category] as const);
  const names = own.map(([name]) => name).join(', ');
  const byCategory = `(attribute_not_exists(#department) AND #facts.#category IN (${names}))`;
  return {
    expression:
      own.length === 0 ? '#department = :department' : `(#department = :department OR ${byCategory})`,
    names: {
      '#department': 'department',
      ...(own.length === 0 ? {} : { '#facts': 'facts', '#category': 'category' }),
    },
    values: { ':department': id, ...Object.fromEntries(own) },
  };
}

const joined = (all: readonly Conditions[]): Conditions => ({
  expression: all
    .map(({ expression }) => expression)
    .filter((one) => one !== '')
    .join(' AND '),
  names: Object.assign({}, ...all.map(({ names }) => names)),
  values: Object.assign({}, ...all.map(({ values }) => values)),
});
