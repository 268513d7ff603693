import { type FoundRecurrence, recurrencesIn } from '../causes/recurrences.js';
import type { CardKind } from '../request/card.js';
import { DomainError } from '../domain-error.js';
import { factsOf, type RequestFacts } from '../request/facts.js';
import type { Path, Town } from '../town/schema.js';
import { type PieceOfWork, piecesOfWork } from './pieces-of-work.js';
import type { RecordedCase } from './recorded-case.js';
import { replayCase } from './replay-case.js';
import { typicalAnswers } from './typical-answers.js';

/** How some cases went under one set of rules. */
export interface ReplayCount {
  /** Whose deadline passed without an outcome. */
  readonly overdue: number;
  /** How often silence climbed to somebody else. */
  readonly escalations: number;
  /** Yellow and red cards that were given. */
  readonly yellow: number;
  readonly red: number;
}

export interface Compared {
  readonly cases: number;
  readonly before: ReplayCount;
  readonly after: ReplayCount;
}

/** One case under today's rules and under the changed ones. */
export interface ComparedCase {
  readonly id: string;
  readonly path: Path;
  readonly grid: number | undefined;
  readonly before: ReplayCount;
  readonly after: ReplayCount;
  /** Whether under today's rules it went as it was recorded. */
  readonly isFaithful: boolean;
}

export interface ReplayComparison {
  readonly cases: readonly ComparedCase[];
  /** Recurrences at one place, as they would have been found under today's rules and under the changed ones. */
  readonly causes: {
    readonly before: readonly FoundRecurrence[];
    readonly after: readonly FoundRecurrence[];
  };
  /** Requests that one of the two towns cannot run, for example because a department is gone. */
  readonly leftOut: readonly string[];
}

/** Whether a deadline passed before the first outcome, until `asOf`. A joined report shares its first's fate. */
export function missedDeadline(facts: RequestFacts, asOf: number): boolean {
  const { handledAt, handleBy, dueAt, closedAt, closedAs } = facts;
  if (closedAs === 'joined') return false;
  if (handledAt !== undefined) return handledAt > (handleBy ?? Infinity);
  return (dueAt ?? Infinity) < Math.min(closedAt ?? asOf, asOf);
}

const countOf = (facts: RequestFacts, asOf: number): ReplayCount => ({
  overdue: missedDeadline(facts, asOf) ? 1 : 0,
  escalations: facts.silences,
  yellow: cardsOf(facts, 'yellow'),
  red: cardsOf(facts, 'red'),
});

const cardsOf = ({ cards = [] }: RequestFacts, wanted: CardKind): number =>
  cards.filter(({ kind }) => kind === wanted).length;

/** The course by which a replay is held against the record. */
const courseOf = (facts: RequestFacts, asOf: number): string =>
  JSON.stringify([
    missedDeadline(facts, asOf),
    facts.silences,
    cardsOf(facts, 'yellow'),
    cardsOf(facts, 'red'),
    facts.transfers,
    facts.extensions,
    facts.dissatisfied,
    facts.handledAs,
    facts.closedAs === 'joined' ? undefined : facts.closedAs,
  ]);

/** Runs the cases again through today's town and through the changed one. `asOf` is how far the record goes. */
export function compareReplays(
  cases: readonly RecordedCase[],
  towns: { readonly before: Town; readonly after: Town },
  asOf: number,
): ReplayComparison {
  const pieces = cases.flatMap((one): PieceOfWork[] =>
    [...piecesOfWork(one, towns.before.settings, asOf).values()].flat(),
  );
  const options = { asOf, typical: typicalAnswers(pieces) };
  const compared: ComparedCase[] = [];
  const facts: { readonly before: RequestFacts; readonly after: RequestFacts }[] = [];
  const leftOut: string[] = [];
  for (const recorded of cases) {
    try {
      const before = factsOf(replayCase(recorded, towns.before, options));
      const after = factsOf(replayCase(recorded, towns.after, options));
      facts.push({ before, after });
      compared.push({
        id: recorded.record.id,
        path: before.path,
        grid: before.grid,
        before: countOf(before, asOf),
        after: countOf(after, asOf),
        isFaithful: courseOf(before, asOf) === courseOf(factsOf(recorded.record), asOf),
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      leftOut.push(recorded.record.id);
    }
  }
  const causes = {
    before: recurrencesIn(
      facts.map(({ before }) => before),
      towns.before.settings,
    ),
    after: recurrencesIn(
      facts.map(({ after }) => after),
      towns.after.settings,
    ),
  };
  return { cases: compared, causes, leftOut };
}

const add = (a: ReplayCount, b: ReplayCount): ReplayCount => ({
  overdue: a.overdue + b.overdue,
  escalations: a.escalations + b.escalations,
  yellow: a.yellow + b.yellow,
  red: a.red + b.red,
});

const NOTHING: ReplayCount = { overdue: 0, escalations: 0, yellow: 0, red: 0 };
const NONE: Compared = { cases: 0, before: NOTHING, after: NOTHING };

/** The sums of some cases. */
export const sumOf = (cases: readonly ComparedCase[]): Compared =>
  cases.reduce(
    (sum, { before, after }) => ({
      cases: sum.cases + 1,
      before: add(sum.before, before),
      after: add(sum.after, after),
    }),
    NONE,
  );

/** The sums by whatever tells the cases apart. */
export function sumsBy<Key>(
  cases: readonly ComparedCase[],
  keyOf: (one: ComparedCase) => Key,
): ReadonlyMap<Key, Compared> {
  const groups = new Map<Key, ComparedCase[]>();
  for (const one of cases) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return new Map([...groups].map(([key, group]) => [key, sumOf(group)]));
}
