/** Milliseconds. */
const LOOK_EVERY = 100;

/** When a thread was last stopped for its memory: it is given back in a moment, and no other is to blame for it. */
let stoppedAt = -Infinity;
const GIVEN_BACK_AFTER = 1000;

/**
 * Watches a thread that may not pause to look at itself, until the returned function is called. How much such a thread
 * holds is nowhere to be read; so it is stopped when the whole process has grown by more than `bytes` since its last
 * pause.
 */
export function watchMemory(bytes: number, pauses: () => number, stop: () => void): () => void {
  let seen = pauses();
  // Most calls are over before the first look.
  let before = Infinity;
  const timer = setInterval(() => {
    const [now, size] = [pauses(), process.memoryUsage.rss()];
    const isInnocent = now !== seen || size < before || performance.now() < stoppedAt + GIVEN_BACK_AFTER;
    if (isInnocent) [seen, before] = [now, size];
    else if (size - before > bytes) {
      stoppedAt = performance.now();
      stop();
    }
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}
