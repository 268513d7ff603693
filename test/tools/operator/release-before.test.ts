import type { Versioned } from '../../../adapters/published-versions.js';
import { newestDeployment, stepsBack, stepsForward } from '../../../tools/operator/release-before.js';

const MINUTE = 60_000;
const at = (minutes: number): number => Date.parse('2026-11-30T02:00:00Z') + minutes * MINUTE;

/** A function by when its versions were published, minutes; the last is in use where nothing else is said. */
const made = (
  name: string,
  published: readonly number[],
  live: number | undefined = published.length,
): Versioned => ({
  kind: 'function',
  arn: `arn:${name}`,
  name,
  live,
  versions: published.map((minutes, n) => ({ number: n + 1, at: at(minutes) })).toReversed(),
});

const taken = (steps: readonly { of: Versioned; from: { number: number }; to: { number: number } }[]) =>
  steps.map(({ of, from, to }) => `${of.name} ${from.number} -> ${to.number}`);

describe('the deployment before', () => {
  it('goes back with what the latest changed, and leaves the rest alone', () => {
    const all = [made('a', [0, 600]), made('b', [0])];
    expect(taken(stepsBack(all, newestDeployment(all) ?? 0).steps)).toEqual(['a 2 -> 1']);
  });

  it('is before all that was published within an hour of one another, canaries and all', () => {
    const all = [made('a', [0, 600]), made('b', [0, 620]), made('c', [0, 675]), made('d', [300])];
    expect(newestDeployment(all)).toBe(at(600));
    expect(taken(stepsBack(all, at(600)).steps)).toEqual(['a 2 -> 1', 'b 2 -> 1', 'c 2 -> 1']);
  });

  it('is the one before that where it is gone back from again', () => {
    const all = [made('a', [0, 300, 600], 2), made('b', [0, 600], 1)];
    expect(newestDeployment(all)).toBe(at(300));
    expect(taken(stepsBack(all, at(300)).steps)).toEqual(['a 2 -> 1']);
  });

  it('has nothing to go back to in what is new, and says so', () => {
    const all = [made('a', [0, 600]), made('new', [605])];
    const { steps, withoutBefore } = stepsBack(all, at(600));
    expect(taken(steps)).toEqual(['a 2 -> 1']);
    expect(withoutBefore.map(({ name }) => name)).toEqual(['new']);
  });

  it('is what was in use before a moment that is given', () => {
    const all = [made('a', [0, 300, 600]), made('b', [0, 310])];
    expect(taken(stepsBack(all, at(290)).steps)).toEqual(['a 3 -> 1', 'b 2 -> 1']);
  });

  it('is none where nothing is reached by its alias yet', () => {
    const all = [{ ...made('a', [0]), live: undefined }];
    expect(newestDeployment(all)).toBeUndefined();
    expect(stepsBack(all, 0).steps).toEqual([]);
  });
});

describe('going forward', () => {
  it('takes everything to its newest version, also what the mended release did not change', () => {
    expect(
      taken(stepsForward([made('a', [0, 300, 600], 2), made('b', [0, 300], 1), made('c', [0])])),
    ).toEqual(['a 2 -> 3', 'b 1 -> 2']);
  });
});
