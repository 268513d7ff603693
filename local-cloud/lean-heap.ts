import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { closeHoles } from './lambda/own-memory.mjs';

/** Milliseconds: about the time in which a busy heap has become full of holes again. */
const LOOKED_AT_EVERY = 10_000;
/** The growth since holes were closed last that is worth the pause that closes them. */
const WORTH_IT = 1.1;

const taken = (): number => getHeapStatistics().total_physical_size;

/**
 * For a process that hosts a cloud for days. V8 lets a heap become up to four times what it holds before it is collected; from
 * here on it grows by a quarter, and the heaps of functions, which are threads of this process, as well. It also keeps the holes
 * between what is left: those of the host's own heap are closed every ten seconds in which it has grown, since to do so at each
 * collection makes callers wait too often. (A function's thread closes its own between two calls, `own-memory.mjs`.)
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=25');
  // Of a process that was begun with a bound on its own young generation: the flag would take away those of the threads.
  setFlagsFromString('--max-semi-space-size=0');
  let left = 0;
  const look = () => {
    if (taken() < left * WORTH_IT) return;
    closeHoles();
    left = taken();
  };
  setInterval(look, LOOKED_AT_EVERY).unref();
}
