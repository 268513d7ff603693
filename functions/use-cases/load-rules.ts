import type { Services } from '../../adapters/services.js';
import type { Rules } from '../../domain/request/decision.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { programmeIdOf } from '../../domain/request/programme-of.js';
import type { Town } from '../../domain/town/schema.js';

/** The town as it is now, with the request's programme as it was when the request began. */
export async function loadRules(
  { towns }: Services<{ towns: 'read' }>,
  record: RequestRecord,
): Promise<Rules> {
  const { town } = await towns.load(record.town);
  return rulesIn({ towns }, town, record);
}

/** The same in a town that was read already. */
export async function rulesIn(
  { towns }: Services<{ towns: 'readProgramme' }>,
  town: Town,
  record: RequestRecord,
): Promise<Rules> {
  const name = programmeIdOf(town, record);
  if (name === undefined) return { town };
  return { town, programme: await towns.programme(record.town, record.townVersion, name) };
}
