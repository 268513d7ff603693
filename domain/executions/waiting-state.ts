import { localDate } from '../calendar/local-time.js';
import type { RequestFacts } from '../request/facts.js';
import { runningDeadline, waitReason } from '../request/running-deadline.js';
import type { WaitReason } from '../request/waits-for.js';

type Waiting = Pick<RequestFacts, 'path' | 'waits' | 'pausedSince' | 'dueAt' | 'closedAt' | 'acceptedAt'>;

/** Where `resident-request` waits while a programme's, a department's or a mediator's steps are done. */
const COORDINATED: Readonly<Record<RequestFacts['path'], string>> = {
  'same-day': 'Coordinate: handle it in the grid',
  programme: 'Coordinate: run the programme',
  emergency: 'Coordinate: handle the emergency',
  petition: 'Coordinate: settle the petition',
  coordinated: 'Coordinate: work with the department',
};

const BY_REASON: Readonly<Partial<Record<WaitReason, string>>> = {
  question: 'Intake: ask the sender back',
  placing: 'Assign: ask the duty desk to place it',
  acceptance: 'Assign: ask the grid team to take it',
  confirmation: 'Close: ask the resident',
  'first-report': 'Close: wait for the first report',
  attention: 'Attention: wait for the duty desk',
};

/** The state of `resident-request` in which an open request waits, by what its record says it waits for; an emergency is asked for as a whole. */
export function waitingState(facts: Waiting): string {
  const reason = waitReason(facts);
  if (facts.path === 'emergency' && BEFORE_WORK.has(reason)) return COORDINATED.emergency;
  if (reason === 'start') return facts.acceptedAt === undefined ? BEGINNING : COORDINATED[facts.path];
  return BY_REASON[reason] ?? COORDINATED[facts.path];
}

const BEFORE_WORK: ReadonlySet<WaitReason> = new Set(['question', 'placing', 'acceptance']);
const BEGINNING = 'Intake: find place and path';

export const LATENESS = ['overdue', 'today', 'later', 'still'] as const;
/** How late an open request is; `still`: nothing can be late, for its clocks stand still or it is another's turn. */
export type Lateness = (typeof LATENESS)[number];

export function latenessOf(facts: Waiting, at: number, timeZone: string): Lateness {
  const due = runningDeadline(facts);
  if (due === undefined) return 'still';
  if (due <= at) return 'overdue';
  return localDate(due, timeZone) === localDate(at, timeZone) ? 'today' : 'later';
}

export interface WaitingHere extends Readonly<Record<Lateness, number>> {
  readonly state: string;
}

const NOBODY: Readonly<Record<Lateness, number>> = { overdue: 0, today: 0, later: 0, still: 0 };

/** How many open requests wait in each state, and how late they are. */
export function countWaiting(all: readonly Waiting[], at: number, timeZone: string): WaitingHere[] {
  const counts = new Map<string, Record<Lateness, number>>();
  for (const facts of all) {
    const state = waitingState(facts);
    const count = counts.get(state) ?? { ...NOBODY };
    count[latenessOf(facts, at, timeZone)] += 1;
    counts.set(state, count);
  }
  return [...counts].map(([state, count]) => ({ state, ...count }));
}
