import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { DomainError } from '../../domain/domain-error.js';
import { id as townIdSchema } from '../../domain/town/field-schemas.js';
import { Problem } from './problem.js';

/** The town a call is for: `?town=`, else the one that was imported first. */
export async function whichTown(
  { towns }: Services<{ towns: 'read' | 'find' }>,
  event: APIGatewayProxyEventV2,
): Promise<CurrentTown> {
  const id = await whichTownId({ towns }, event);
  return towns.load(id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'TownUnknown') throw new Problem('not-found');
    throw error;
  });
}

/** Only its id, as the call says it: nothing is found of a town that there is not. */
export async function whichTownId(
  { towns }: Services<{ towns: 'find' }>,
  event: APIGatewayProxyEventV2,
): Promise<string> {
  const asked = event.queryStringParameters?.['town'];
  const id = asked === undefined ? await towns.meant() : townIdSchema.safeParse(asked).data;
  if (id === undefined) throw new Problem('not-found');
  return id;
}
