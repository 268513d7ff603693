import type { Services } from '../../adapters/services.js';
import type { AuditEntry } from '../../domain/access/audited-actions.js';
import type { ConsoleCall } from '../http/route-handler.js';

/**
 * Writes to the audit trail what a call reads or changes. Awaited before anything is read or changed: where it cannot be written,
 * the call fails.
 */
export const audit = (
  { audits }: Services<{ audits: 'record' }>,
  { event, at, user }: ConsoleCall,
  act: Pick<AuditEntry, 'action' | 'subject' | 'detail'>,
): Promise<void> =>
  audits.record(
    { town: user.town, at, who: user.id, name: user.name, role: user.roles[0], ...act },
    event.requestContext.requestId,
  );
