import type { AskItem } from '../../adapters/ask-store.js';
import type { Readings } from '../../adapters/item-reader.js';
import type { Services } from '../../adapters/services.js';
import type { Next, Person, RequestRecord } from '../../domain/request/record.js';
import { type Step, takeStep } from '../../domain/request/take-step.js';
import type { Town } from '../../domain/town/schema.js';
import { saveDecided } from './change-request.js';
import { rulesIn } from './load-rules.js';
import { sendNotices } from './send-notices.js';

/** Items that a step may need besides the request and its town; read with them in one call. */
export interface Beside {
  readonly person?: Person;
  readonly ask?: AskItem | undefined;
}

export interface Found extends Beside {
  readonly record: RequestRecord;
  readonly town: Town;
}

/**
 * One step of the state machine: load the record, ask the rules, save with one conditional write, tell who is to be
 * told. Taken again (the workflow retried), it saves nothing and sends only what was not sent.
 */
export async function takeWorkflowStep(
  services: Services<{
    requests: 'readTogether' | 'save' | 'readPerson';
    towns: 'readTogether';
    texts: 'send';
    items: 'requestAndTown';
  }>,
  { town: id, request }: { town: string; request: string },
  stepFor: (found: Found) => Promise<Step>,
  beside: Readings<Beside> = {},
): Promise<Next> {
  const taken = await saveDecided(services, request, async () => {
    const { current, ...found } = await services.items.read({
      ...beside,
      record: services.requests.reading(id, request),
      current: services.towns.reading(id),
    });
    const { record, person } = found;
    const rules = await rulesIn(services, current.town, record);
    const step = await stepFor({ ...found, town: current.town });
    const decision = takeStep(record, rules, step);
    return {
      record: decision.repeated ? undefined : decision.record,
      result: { ...decision, rules, person, at: step.at },
    };
  });
  await sendNotices(services, { ...taken, purpose: taken.key });
  return taken.next;
}
