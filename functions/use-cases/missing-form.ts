import type { AskItem } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { AskOption } from '../../domain/asks/ask-kinds.js';
import { fillForm } from '../../domain/programme/fill-form.js';
import { programmeOf } from '../../domain/request/programme-of.js';
import type { Programme, Town } from '../../domain/town/schema.js';
import { rulesIn } from './load-rules.js';

/**
 * The programme whose form is missing where an application is said to be handed in without one: nobody can approve what
 * nobody filled in. What was filled in before counts.
 */
export async function missingForm(
  services: Services<{ requests: 'read' | 'readPerson'; towns: 'readProgramme' }>,
  town: Town,
  ask: Pick<AskItem, 'town' | 'subject' | 'kind'>,
  option: AskOption,
): Promise<Programme | undefined> {
  if (ask.kind !== 'application' || option !== 'done') return undefined;
  const record = await services.requests.load(ask.town, ask.subject);
  const programme = programmeOf(record, await rulesIn(services, town, record));
  if (fillForm(programme, {}).kind === 'filled') return undefined;
  const person = await services.requests.findPerson(ask.town, ask.subject);
  return person?.form === undefined ? programme : undefined;
}
