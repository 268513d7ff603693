import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { Problem } from './problem.js';

/** The town a call is for: `?town=`, else the one that was imported first. */
export async function whichTown(
  { towns }: Services<{ towns: 'read' | 'find' }>,
  event: APIGatewayProxyEventV2,
): Promise<CurrentTown> {
  return towns.load(await whichTownId({ towns }, event));
}

export async function whichTownId(
  { towns }: Services<{ towns: 'find' }>,
  event: APIGatewayProxyEventV2,
): Promise<string> {
  const directory = await towns.directory();
  const asked = event.queryStringParameters?.['town'];
  const id =
    asked === undefined ? directory?.default : directory?.towns.find((town) => town.id === asked)?.id;
  if (id === undefined) throw new Problem('not-found');
  return id;
}
