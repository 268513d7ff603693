import type { Services } from '../../adapters/services.js';
import type { AuditEntry } from '../../domain/access/audited-actions.js';
import { isSealed } from '../../domain/request/confidential.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { given } from '../../domain/words/given.js';
import type { ConsoleCall } from '../http/route-handler.js';

/**
 * Writes to the audit trail what a call reads or changes. Awaited before anything is read or changed: where it cannot be written,
 * the call fails.
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

/** The same of a request that is looked at: of a complaint about staff, it says no more than that. */
export const auditReading = (
  services: Services<{ audits: 'record' }>,
  call: ConsoleCall,
  record: Pick<RequestRecord, 'id' | 'confidential' | 'path'>,
  action: 'request.read' | 'person.read' | 'phones.read' | 'photo.read',
  detail?: string,
): Promise<void> =>
  audit(services, call, {
    action,
    subject: record.id,
    ...(isSealed(record) ? { sealed: true } : given({ detail })),
  });
