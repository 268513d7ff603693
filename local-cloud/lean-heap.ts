import { performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { closeHoles } from './lambda/own-memory.mjs';

/** Milliseconds: about the time in which a busy heap has become full of holes again. */
const LOOKED_AT_EVERY = 10_000;
/** The growth since holes were closed last that is worth the pause that closes them. */
const WORTH_IT = 1.1;
/** The share of its time in which a process has something to do and still is at rest. */
const AT_REST = 0.05;
/** Bytes that V8 leaves its youngest objects when it collects garbage in a process at rest. */
const YOUNG_AT_REST = 4 * 1024 * 1024;

const taken = (): number => getHeapStatistics().total_physical_size;

/** Bytes that this thread keeps for its youngest objects: whatever a busy moment took, until garbage is collected at rest. */
function young(): number {
  const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  return space?.physical_space_size ?? 0;
}

/** Says at each call whether this thread has been at rest since the last one. */
function restWatch(): () => boolean {
  let seen = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, seen);
    seen = now;
    return utilization < AT_REST;
  };
}

/**
 * For a process that hosts a cloud for days. V8 lets a heap become up to four times what it holds before it is collected; from
 * here on it grows by a quarter, and the heaps of functions, which are threads of this process, as well. It also keeps the holes
 * between what is left: those of the host's own heap are closed every ten seconds in which it has grown, since to do so at each
 * collection makes callers wait too often, and once when it has come to rest. (A function's thread closes its own between two
 * calls, `own-memory.mjs`.)
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=25');
  // Of a process that was begun with a bound on its own young generation: the flag would take away those of the threads.
  setFlagsFromString('--max-semi-space-size=0');
  const isAtRest = restWatch();
  let left = 0;
  const look = () => {
    const givesYoungBack = isAtRest() && young() > YOUNG_AT_REST;
    if (!givesYoungBack && taken() < left * WORTH_IT) return;
    closeHoles();
    left = taken();
  };
  setInterval(look, LOOKED_AT_EVERY).unref();
}
