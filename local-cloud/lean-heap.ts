import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { closeHoles } from './lambda/own-memory.mjs';

const LOOKED_AT_EVERY = 15_000;
/** Holes of this share of what the heap holds are worth the pause that closes them. */
const HOLES = 0.25;

const isWorthIt = (): boolean => {
  const { total_physical_size: taken, used_heap_size: used } = getHeapStatistics();
  return taken >= used * (1 + HOLES);
};

/**
 * For a process that hosts a cloud for days. V8 lets a heap become up to four times what it holds before it is collected; from
 * here on it grows by a quarter, and the heaps of functions, which are threads of this process, as well. It also keeps the holes
 * between what is left: those of the host's own heap are closed every quarter of a minute where that is worth it, since to do so at each collection makes callers
 * wait too often. (A function's thread closes its own between two calls, `own-memory.mjs`.)
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=25');
  setInterval(() => isWorthIt() && closeHoles(), LOOKED_AT_EVERY).unref();
}
