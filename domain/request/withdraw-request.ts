import { withEntry } from './decision.js';
import type { RequestRecord } from './record.js';

/**
 * The resident no longer wants it. Whatever was asked is then over: open asks are answered `withdrawn` and the
 * workflow closes the request from wherever it stands.
 */
export function withdrawRequest(record: RequestRecord, at: number): RequestRecord | undefined {
  if (record.withdrawnAt !== undefined || record.closedAs !== undefined) return undefined;
  return withEntry({ ...record, withdrawnAt: at }, { at, type: 'withdrawn', by: 'resident' });
}
