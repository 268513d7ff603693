import type { ExecutionRow } from '../../../contracts/console/executions.js';

export interface Progress {
  readonly done: number;
  /** What was refused or failed, by the API's words. */
  readonly refused: ReadonlyMap<string, number>;
  readonly left: number;
}

/** `busy`: AWS takes no more at the moment. */
export type Outcome = { readonly is: 'done' | 'busy' } | { readonly is: 'refused'; readonly why: string };

interface Doing {
  readonly act: (row: ExecutionRow) => Promise<Outcome>;
  readonly onProgress: (progress: Progress) => void;
  /** Asked before each: somebody may have had enough. */
  readonly goesOn: () => boolean;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly busyWords: string;
}

/** Calls that are under way at the same time: a Step Functions account takes 300 redrives a second, but describes 15. */
const AT_ONCE = 4;
const ATTEMPTS = 6;
const FIRST_PAUSE = 500;

/** Does something to many, a few at a time, more slowly when AWS is busy. */
export async function carryOut(rows: readonly ExecutionRow[], doing: Doing): Promise<Progress> {
  const waiting = [...rows];
  const refused = new Map<string, number>();
  let done = 0;
  const progress = (): Progress => ({ done, refused: new Map(refused), left: waiting.length });
  const work = async () => {
    const next = () => (doing.goesOn() ? waiting.shift() : undefined);
    for (let row = next(); row; row = next()) {
      const outcome = await persist(row, doing);
      if (outcome.is === 'done') done += 1;
      else {
        const why = outcome.is === 'refused' ? outcome.why : doing.busyWords;
        refused.set(why, (refused.get(why) ?? 0) + 1);
      }
      doing.onProgress(progress());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return progress();
}

/** Each time that AWS is busy it is waited for twice as long. */
async function persist(row: ExecutionRow, { act, pause }: Doing): Promise<Outcome> {
  let outcome = await act(row);
  for (let attempt = 1; outcome.is === 'busy' && attempt < ATTEMPTS; attempt += 1) {
    await pause(FIRST_PAUSE * 2 ** attempt);
    outcome = await act(row);
  }
  return outcome;
}
