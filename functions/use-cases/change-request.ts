import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import type { RequestRecord } from '../../domain/request/record.js';

/** More writers of one request at one moment than a stage has steps. */
const ATTEMPTS = 10;

/** The decision, and the record to save; no record to save nothing. */
interface Decided<Result> {
  readonly record?: RequestRecord | undefined;
  readonly result: Result;
}

/** Loads a request, lets `decide` change it and saves with one conditional write. */
export const changeRequest = <Result>(
  services: Services<{ requests: 'read' | 'save' }>,
  town: string,
  id: string,
  decide: (record: RequestRecord) => Promise<Decided<Result>>,
): Promise<Result> => saveDecided(services, id, async () => decide(await services.requests.load(town, id)));

/** Saves what `decide` read and decided; when somebody else wrote in between, it reads and decides again. */
export async function saveDecided<Result>(
  { requests }: Services<{ requests: 'save' }>,
  id: string,
  decide: () => Promise<Decided<Result>>,
): Promise<Result> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { record, result } = await decide();
    if (!record || (await requests.save(record))) return result;
  }
  throw new DomainError('RequestBusy', `request ${id} was written by others ${ATTEMPTS} times in a row`, {
    request: id,
  });
}
