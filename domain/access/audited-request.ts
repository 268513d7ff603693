import { isSealed } from '../request/confidential.js';
import type { RequestRecord } from '../request/record.js';
import { given } from '../words/given.js';
import type { AuditEntry } from './audited-actions.js';

/**
 * The trail's entry for a request that somebody read or changed: of a complaint about staff, no more than that it is
 * one.
 */
export const auditedRequest = (
  record: Pick<RequestRecord, 'id' | 'confidential' | 'path'>,
  detail?: string,
): Pick<AuditEntry, 'subject' | 'detail' | 'sealed'> => ({
  subject: record.id,
  ...(isSealed(record) ? { sealed: true } : given({ detail })),
});
