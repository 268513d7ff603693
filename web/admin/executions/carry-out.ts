import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { type Pause, persist } from '../page/persist.js';

export interface Progress {
  readonly done: number;
  /** How many were refused or failed, by the API's words. */
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
  readonly pause: Pause;
  readonly busyWords: string;
}

/** Calls under way at once: a Step Functions account takes 300 redrives a second, but describes 15. */
const AT_ONCE = 4;

/** Does something to many, a few at a time, more slowly when AWS is busy. */
export async function carryOut(rows: readonly ExecutionRow[], doing: Doing): Promise<Progress> {
  const trying = { isBusy: ({ is }: Outcome) => is === 'busy', wait: doing.pause };
  const waiting = [...rows];
  const refused = new Map<string, number>();
  let done = 0;
  const progress = (): Progress => ({ done, refused: new Map(refused), left: waiting.length });
  const work = async () => {
    const next = () => (doing.goesOn() ? waiting.shift() : undefined);
    for (let row = next(); row; row = next()) {
      const one = row;
      const outcome = await persist(() => doing.act(one), trying);
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
