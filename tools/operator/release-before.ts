import type { PublishedVersion, Versioned } from '../../adapters/published-versions.js';

/**
 * What is published within so long of one another is one deployment: alarms watch each new definition for ten minutes, and what it calls comes before
 * it. Milliseconds.
 */
const ONE_DEPLOYMENT = 60 * 60_000;

/** What one function or state machine goes back (or forward) to. */
export interface Step {
  readonly of: Versioned;
  readonly from: PublishedVersion;
  readonly to: PublishedVersion;
}

export interface Steps {
  /** What is gone back before: the moment at which the newest deployment in use began to publish; epoch milliseconds. */
  readonly since: number;
  readonly steps: readonly Step[];
  /** Published since, with nothing before it to go back to. */
  readonly withoutBefore: readonly Versioned[];
}

const liveIn = ({ live, versions }: Versioned): PublishedVersion | undefined =>
  versions.find(({ number }) => number === live);

/** When the newest deployment that is in use began; undefined where none is. */
export function newestDeployment(all: readonly Versioned[]): number | undefined {
  const published = all.flatMap((one) => liveIn(one)?.at ?? []).toSorted((a, b) => b - a);
  return published.reduce<number | undefined>(
    (since, at) => (since === undefined || since - at <= ONE_DEPLOYMENT ? at : since),
    undefined,
  );
}

/** What is in use and was published since goes back to what was published last before; all else stays what it is. */
export function stepsBack(all: readonly Versioned[], since: number): Steps {
  const changed = all.flatMap((of) => {
    const from = liveIn(of);
    return from === undefined || from.at < since ? [] : [{ of, from }];
  });
  const back = changed.map(({ of, from }) => ({ of, from, to: of.versions.find(({ at }) => at < since) }));
  return {
    since,
    steps: back.flatMap(({ of, from, to }) => (to === undefined ? [] : [{ of, from, to }])),
    withoutBefore: back.flatMap(({ of, to }) => (to === undefined ? [of] : [])),
  };
}

/** Everything goes to its newest version: a deployment leaves alone what was set back and did not change in it. */
export const stepsForward = (all: readonly Versioned[]): readonly Step[] =>
  all.flatMap((of) => {
    const [from, [to]] = [liveIn(of), of.versions];
    return from === undefined || to === undefined || to.number === from.number ? [] : [{ of, from, to }];
  });
