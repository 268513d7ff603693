import type { WatchedExecution } from '../../../adapters/execution-watch.js';

const UNFINISHED: ReadonlySet<WatchedExecution['status']> = new Set(['FAILED', 'TIMED_OUT', 'ABORTED']);

/** Whether it ended before its work was done. */
export const isUnfinished = ({ status }: Pick<WatchedExecution, 'status'>): boolean => UNFINISHED.has(status);
