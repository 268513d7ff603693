import { exhausted } from '../exhausted.js';
import type { Phase } from './execution-state.js';

/** When (epoch milliseconds) time alone moves a state in this phase; undefined when it never does. */
export function dueAt(phase: Phase): number | undefined {
  switch (phase.kind) {
    case 'waiting':
    case 'retrying':
      return phase.until;
    case 'task': {
      const { timeoutAt, heartbeatAt } = phase.task;
      if (timeoutAt === undefined || heartbeatAt === undefined) return timeoutAt ?? heartbeatAt;
      return Math.min(timeoutAt, heartbeatAt);
    }
    case 'ready':
    case 'branches':
    case 'done':
    case 'failed':
      return undefined;
  }
  return exhausted(phase);
}
