import type { RequestRecord } from './record.js';

/** Somebody stopped the execution that works on it: whatever is answered, nothing follows until that is resumed or begun again. */
export const workStopped = (record: RequestRecord, at: number): RequestRecord => ({
  ...record,
  stoppedAt: at,
});

/** Its workflow goes on. */
export function workResumed({ stoppedAt: _stopped, ...record }: RequestRecord): RequestRecord {
  return record;
}
