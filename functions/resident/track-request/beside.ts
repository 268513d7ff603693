import type { Services } from '../../../adapters/services.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Beside } from '../../../domain/request/request-view.js';
import { waitingPosition } from './waiting-position.js';

/** Everything besides the record of a request that its resident sees with it. */
export async function besideOf(
  services: Services<{ workPhotos: 'read'; quotas: 'read' }>,
  record: RequestRecord,
): Promise<Beside> {
  const [position, workPhotos] = await Promise.all([
    waitingPosition(services, record),
    services.workPhotos.load(record.town, record.id),
  ]);
  return { position, workPhotos };
}
