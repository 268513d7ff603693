import type { Services } from '../../../adapters/services.js';
import { maySee } from '../../../domain/access/may-see.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { Problem } from '../../http/problem.js';
import type { ConsoleCall } from '../../http/route-handler.js';

/** The request of the path, in the town of whoever asks; one that they may not know of is not there. */
export async function openRequest(
  { requests }: Services<{ requests: 'read' }>,
  { params, user }: ConsoleCall & { readonly params: { readonly id: string } },
): Promise<RequestRecord> {
  const id = readRequestId(params.id);
  const record = id === undefined ? undefined : await requests.find(user.town, id);
  if (!record || !maySee(user, record)) throw new Problem('not-found');
  return record;
}
