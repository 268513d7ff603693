import { createHash } from 'node:crypto';

/**
 * Where within its delay a retry with full jitter falls, in [0, 1): drawn from the execution and the event it failed
 * with, so that the same story has the same delays whatever else the host does, and no two executions move in step.
 */
export function jitterOf(executionArn: string, failingEvent: number): number {
  const drawn = createHash('sha256').update(`${executionArn}\n${failingEvent}`, 'utf8').digest();
  return drawn.readUIntBE(0, 6) / 2 ** 48;
}
