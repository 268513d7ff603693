import type { StoredTown } from '../../../adapters/town-store.js';
import type { Taught } from '../../../adapters/taught-store.js';
import { examplesOf } from '../../../domain/reading/examples-of.js';
import { type Figures, figuresFor, type Tried, tryTeaching } from '../../../domain/reading/teach.js';

/** Keeps the last thing that was worked out, and what for. */
class Last<Result> {
  private kept?: { readonly of: string; readonly result: Result };
  get(of: string, work: () => Result): Result {
    if (this.kept?.of !== of) this.kept = { of, result: work() };
    return this.kept.result;
  }
}

type Version = Pick<StoredTown, 'version' | 'stored'>;
const nameOf = ({ stored, version }: Version): string => `${stored.settings.id} ${version}`;

/**
 * Results that take seconds, kept on a warm function: whoever tries the lessons takes them over next, and both calls
 * must answer within API Gateway's 30 s.
 */
export class Remembered {
  private readonly figures = new Last<Figures>();
  private readonly tries = new Last<Tried>();

  /** How the town reads texts that it never learnt from. */
  figuresOf(town: Version): Figures {
    return this.figures.get(nameOf(town), () => figuresFor(town.stored, examplesOf(town.stored)));
  }

  /** The reading as it would be with the lessons. */
  tried(town: Version, taught: readonly Taught[]): Tried {
    const examples = taught.map(({ example }) => example);
    return this.tries.get(`${nameOf(town)} ${JSON.stringify(examples)}`, () =>
      tryTeaching(town.stored, examplesOf(town.stored), examples),
    );
  }
}
