import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Long work that pauses wherever it yields. */
export type Pieces<Result> = Generator<undefined, Result, undefined>;

/** Milliseconds that others wait at most, but for the piece that is under way. */
const AT_ONCE = 10;

/** Does all of it without a pause. */
export function atOnce<Result>(pieces: Pieces<Result>): Result {
  let step = pieces.next();
  while (step.done !== true) step = pieces.next();
  return step.value;
}

/** The same with a pause wherever it yields, so that it lets others on at the same places each time. */
export async function oneByOne<Result>(pieces: Pieces<Result>): Promise<Result> {
  let step = pieces.next();
  while (step.done !== true) {
    await setImmediate();
    step = pieces.next();
  }
  return step.value;
}

/** Does it piece by piece, and lets others on in between. */
export async function inPieces<Result>(pieces: Pieces<Result>): Promise<Result> {
  let since = performance.now();
  let step = pieces.next();
  while (step.done !== true) {
    if (performance.now() > since + AT_ONCE) {
      await setImmediate();
      since = performance.now();
    }
    step = pieces.next();
  }
  return step.value;
}
