import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import type { WorkPhotos } from '../../domain/photos/work-photos.js';
import { changeStored } from './change-stored.js';

/** More photos at one moment than a request may have. */
const ATTEMPTS = 15;

/** Changes which photos the staff added to a request, and whether everybody may see any. */
export const changeWorkPhotos = (
  { workPhotos }: Services<{ workPhotos: 'read' | 'save' }>,
  town: string,
  request: string,
  decide: (all: WorkPhotos) => WorkPhotos,
): Promise<WorkPhotos> =>
  changeStored(
    { load: () => workPhotos.load(town, request), save: (all) => workPhotos.save(all) },
    decide,
    ATTEMPTS,
    () =>
      new DomainError('RequestBusy', `photos of ${request} were written ${ATTEMPTS} times in a row`, {
        request,
      }),
  );
