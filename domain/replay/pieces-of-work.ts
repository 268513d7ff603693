import { RESIDENT_KINDS } from '../asks/ask-kinds.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { Answer } from '../request/decision.js';
import type { TownSettings } from '../town/schema.js';
import { type AnswerDelay, measureDelay } from './answer-delay.js';
import type { RecordedAsk, RecordedCase } from './recorded-case.js';

/**
 * Asks that take somebody's notice and no work: whoever did not notice lets their time pass, and the next may see it at
 * once.
 */
const NOTICED: ReadonlySet<RecordedAsk['kind']> = new Set([
  'placement',
  'acceptance',
  'taking-up',
  'complaint',
  'sign-off',
  'attention',
]);

/** One thing that was asked, up the whole ladder, until somebody answered. */
export interface PieceOfWork {
  readonly kind: RecordedAsk['kind'];
  /** Who did not notice. */
  readonly silent: ReadonlySet<string>;
  /**
   * Who answered what, and how long after: what only has to be noticed, after they were asked; work takes as long as it
   * took since it was first asked, whoever is asked meanwhile. Absent: nobody answered.
   */
  readonly answered?:
    | { readonly person: string; readonly answer: Answer; readonly delay: AnswerDelay }
    | undefined;
}

/** The key of a piece of work within its request. */
export const workKey = ({ kind, stage, step }: Pick<PlannedAsk, 'kind' | 'stage' | 'step'>): string =>
  `${kind}/${stage ?? ''}/${step ?? ''}`;

/** Residents, and everybody in an emergency, act by day and by night; the staff else in working time. */
const clockFor = ({ record }: RecordedCase, kind: RecordedAsk['kind']): AnswerDelay['clock'] =>
  record.path === 'emergency' || RESIDENT_KINDS.has(kind) ? 'round' : 'working';

/** An answer that a person gave; what the system ended says nothing of anybody. */
const byPerson = ({ answer }: RecordedAsk): Answer | undefined =>
  answer?.by === 'system' ? undefined : answer;

/** Whether an ask was answered, or ended by the system, by the time the same is asked again. */
const isOver = ({ answer }: RecordedAsk, at: number): boolean => answer !== undefined && answer.at <= at;

/** Whether nobody answered in time. Asks still open are ended by the system when the request is closed. */
const letItPass = (ask: RecordedAsk, next: RecordedAsk | undefined, asOf: number): boolean =>
  !byPerson(ask) && ask.until <= Math.min(next?.askedAt ?? asOf, ask.answer?.at ?? asOf);

/**
 * The work of people on a request, in order, by their asks. Asks of the same that follow one another, none of which a
 * person answered but the last, are one piece: silence climbed, or a step was begun anew after a failure.
 */
export function piecesOfWork(
  recorded: RecordedCase,
  settings: TownSettings,
  asOf: number,
): ReadonlyMap<string, readonly PieceOfWork[]> {
  const byKey = new Map<string, RecordedAsk[][]>();
  for (const ask of recorded.asks) {
    const pieces = byKey.get(workKey(ask)) ?? [];
    const open = pieces.at(-1);
    const last = open?.at(-1);
    if (open && last && !isOver(last, ask.askedAt)) open.push(ask);
    else pieces.push([ask]);
    byKey.set(workKey(ask), pieces);
  }
  return new Map(
    [...byKey].map(([key, pieces]) => [key, pieces.map((asks) => pieceOf(asks, recorded, settings, asOf))]),
  );
}

function pieceOf(
  asks: readonly RecordedAsk[],
  recorded: RecordedCase,
  settings: TownSettings,
  asOf: number,
): PieceOfWork {
  const last = asks.at(-1);
  const kind = last?.kind ?? 'report';
  const unnoticed = NOTICED.has(kind) ? asks.filter((ask, i) => letItPass(ask, asks[i + 1], asOf)) : [];
  const silent = new Set(unnoticed.map(({ to }) => to));
  const answer = last && byPerson(last);
  if (!last || !answer) return { kind, silent };
  const first = asks.find(({ to }) => !NOTICED.has(kind) || to === last.to) ?? last;
  const answeredAt = answer.at;
  const delay = measureDelay({ askedAt: first.askedAt, answeredAt }, clockFor(recorded, kind), settings);
  return { kind, silent, answered: { person: last.to, answer, delay } };
}
