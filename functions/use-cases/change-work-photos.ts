import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import type { WorkPhotos } from '../../domain/photos/work-photos.js';

/** More photos at one moment than a request may have. */
const ATTEMPTS = 15;

/** Changes which photos the staff added to a request, with one conditional write; decided again where somebody else wrote in between. */
export async function changeWorkPhotos(
  { workPhotos }: Pick<Services, 'workPhotos'>,
  town: string,
  request: string,
  decide: (all: WorkPhotos) => WorkPhotos,
): Promise<WorkPhotos> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const all = await workPhotos.load(town, request);
    const changed = decide(all);
    if (changed === all || (await workPhotos.save(changed))) return changed;
  }
  throw new DomainError('RequestBusy', `photos of ${request} were written ${ATTEMPTS} times in a row`, {
    request,
  });
}
