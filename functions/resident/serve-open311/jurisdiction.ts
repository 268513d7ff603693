import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import type { HttpCall } from '../../http/http-handler.js';
import { whichTown } from '../../http/which-town.js';

/** The town of a `jurisdiction_id`; where there is none, the one that was imported first. */
export function openJurisdiction(
  services: Pick<Services, 'towns'>,
  { event }: HttpCall,
  town: string | undefined,
): Promise<CurrentTown> {
  return whichTown(services, { ...event, queryStringParameters: town === undefined ? {} : { town } });
}
