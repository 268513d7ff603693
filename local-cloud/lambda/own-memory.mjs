// V8's limit of a thread does not count buffers; and where one step, of an array that grows, goes far beyond it, V8 ends the whole
// process. So a thread looks at itself whenever it pauses, and the host watches those that do not (memory-watch.ts).
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// A function may put others in their place.
const { setTimeout, clearTimeout } = globalThis;

/** Milliseconds between two looks. */
export const LOOK_EVERY = 50;

function collectGarbage() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Collects garbage and moves what is left together: all that runs in this thread waits, 0.1 s for a heap of 100 MB. */
export function closeHoles() {
  setFlagsFromString('--compact-on-every-full-gc');
  collectGarbage();
  setFlagsFromString('--no-compact-on-every-full-gc');
}

/** A look at what this thread holds, objects and buffers together: `beyond` is called where it is more than `bytes` and no garbage. */
export function looker(bytes, beyond) {
  const isBeyond = () => {
    // Unlike process.memoryUsage it asks nothing of the system: this is done with every call.
    const { used_heap_size: objects, external_memory: buffers } = getHeapStatistics();
    return objects + buffers > bytes;
  };
  return () => {
    if (!isBeyond()) return;
    collectGarbage();
    if (isBeyond()) beyond();
  };
}

/**
 * What calls may leave behind before it is collected. V8 lets a heap that has room for gigabytes pile up as much again as it holds, and some
 * twenty threads do so each for itself. 2 MB are what some fifty calls leave behind.
 */
const LEFT_BEHIND = 2 * 1024 * 1024;

/**
 * Milliseconds without a call after which a smaller pile is collected: the pause of 10 ms meets hardly any call then. V8's flags
 * are the whole process's: of threads that come to rest in the same moment one may collect without moving together.
 */
const AT_REST_AFTER = 2000;
const LEFT_AT_REST = 256 * 1024;

/**
 * Objects that outlived the young generation, which is small and collected all the time. Buffers go with the objects that they hang
 * on, a while after these.
 */
const held = () =>
  getHeapSpaceStatistics().reduce(
    (sum, space) => (space.space_name === 'new_space' ? sum : sum + space.space_used_size),
    0,
  );

/**
 * Collects what calls have left behind when it has become a pile, or when no call has come for a while: never within a call, of
 * which `isIdle` knows. To be called after each.
 */
export function tidier(isIdle) {
  let kept = held();
  let rest;
  const collectBeyond = (bytes) => {
    if (!isIdle() || held() < kept + bytes) return;
    closeHoles();
    kept = held();
  };
  return () => {
    clearTimeout(rest);
    collectBeyond(LEFT_BEHIND);
    rest = setTimeout(collectBeyond, AT_REST_AFTER, LEFT_AT_REST).unref();
  };
}
