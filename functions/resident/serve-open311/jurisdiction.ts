import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import type * as z from 'zod';
import type { placeQuery } from '../../../contracts/open311/open311.js';
import type { HttpCall } from '../../http/http-handler.js';
import { whichTown } from '../../http/which-town.js';

/** A call that names its town as GeoReport does. */
export type PlaceCall = HttpCall & { query(): z.output<typeof placeQuery> };

/** The town of a `jurisdiction_id`; where there is none, the one that was imported first. */
export function openJurisdiction(
  services: Services<{ towns: 'read' | 'find' }>,
  { event }: HttpCall,
  town: string | undefined,
): Promise<CurrentTown> {
  return whichTown(services, { ...event, queryStringParameters: town === undefined ? {} : { town } });
}
