import type { Services } from '../../adapters/services.js';
import type { AuditedAction, AuditEntry } from '../../domain/access/audited-actions.js';
import { auditedRequest } from '../../domain/access/audited-request.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { ConsoleCall } from '../http/route-handler.js';

/**
 * Writes to the audit trail what a call reads or changes. Awaited before anything is read or changed: where it cannot
 * be written, the call fails.
 */
export const audit = (
  { audits }: Services<{ audits: 'record' }>,
  { event, at, user }: ConsoleCall,
  act: Pick<AuditEntry, 'action' | 'subject' | 'detail' | 'sealed'>,
): Promise<void> =>
  audits.record(
    { town: user.town, at, who: user.id, name: user.name, role: user.roles[0], ...act },
    event.requestContext.requestId,
  );

/** The same of what is done to one request, or read of it. */
export const auditRequest = (
  services: Services<{ audits: 'record' }>,
  call: ConsoleCall,
  record: Pick<RequestRecord, 'id' | 'confidential' | 'path'>,
  action: AuditedAction,
  detail?: string,
): Promise<void> => audit(services, call, { action, ...auditedRequest(record, detail) });
