import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import type { RequestRecord } from '../../domain/request/record.js';

/** More writers of one request at one moment than a stage has steps. */
const ATTEMPTS = 10;

/**
 * Loads a request, lets `decide` change it and saves with one conditional write; when somebody else wrote in between,
 * it decides again on what is there now. `decide` answers its result and the record to save, or no record to save nothing.
 */
export async function changeRequest<Result>(
  { requests }: Pick<Services, 'requests'>,
  town: string,
  id: string,
  decide: (record: RequestRecord) => Promise<{ record?: RequestRecord | undefined; result: Result }>,
): Promise<Result> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { record, result } = await decide(await requests.load(town, id));
    if (!record || (await requests.save(record))) return result;
  }
  throw new DomainError('RequestBusy', `request ${id} was written by others ${ATTEMPTS} times in a row`, {
    request: id,
  });
}
