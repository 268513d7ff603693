import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { ConsoleCall } from '../console-routes.js';
import { Problem } from '../../http/problem.js';

/** The request of the path, in the town of whoever asks. */
export async function openRequest(
  { requests }: Pick<Services, 'requests'>,
  { event, user }: ConsoleCall,
): Promise<RequestRecord> {
  const id = readRequestId(event.pathParameters?.['id'] ?? '');
  const record = id === undefined ? undefined : await requests.find(user.town, id);
  if (!record) throw new Problem('not-found');
  return record;
}
