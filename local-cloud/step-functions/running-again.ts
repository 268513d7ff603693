import type { ExecutionRecord, RedriveRecord } from './records.js';

/** An execution as it was when it ran: the end it had come to is taken back. */
export function runningAgain(record: ExecutionRecord, redrives: RedriveRecord): ExecutionRecord {
  const { output: _output, error: _error, cause: _cause, stoppedAt: _stoppedAt, ...rest } = record;
  return { ...rest, status: 'RUNNING', redrives };
}
