import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MINUTE = 60_000;
/** Holes of this share of what the heap holds are worth the pause that closes them. */
const HOLES = 0.25;

/** The function that collects a heap at once, which V8 gives only to who asks for it by a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  return collect;
}

/** Collects the heap and moves what is left together. Callers wait meanwhile, 0.1 s for a heap of 100 MB. */
function closeHoles(collect: () => void): void {
  const { total_physical_size: taken, used_heap_size: used } = getHeapStatistics();
  if (taken < used * (1 + HOLES)) return;
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
}

/**
 * For a process that hosts a cloud for days. V8 lets a heap become up to four times what it holds before it is collected; from
 * here on it grows by a quarter, and the heaps of functions, which are threads of this process, as well. It also keeps the holes
 * between what is left: those of the host's own heap are closed once a minute, since to do so at each collection makes callers
 * wait too often. (A function's thread closes its own between two calls, `own-memory.mjs`.)
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=25');
  const collect = collector();
  setInterval(() => closeHoles(collect), MINUTE).unref();
}
