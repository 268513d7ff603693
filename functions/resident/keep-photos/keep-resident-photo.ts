import { pictureId } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { addPhoto } from '../../../domain/request/add-photo.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { HttpCall } from '../../http/http-handler.js';
import { readPhoto } from './read-photo.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { type KeptPhoto, keptPhoto } from './kept-photo.js';

/**
 * `POST /requests/{id}/photos?key=`. The picture is stored first and named in the request second: what a request names
 * is there. The rule is asked before as well, so that nothing is stored for a request that takes none.
 */
export async function keepResidentPhoto(
  services: Services<{ requests: 'read' | 'save'; photos: 'keep' }>,
  record: RequestRecord,
  call: HttpCall,
): Promise<KeptPhoto> {
  const { town, id: request } = record;
  const picture = readPhoto(call);
  const photo = { id: pictureId(picture), at: call.at };
  addPhoto(record, photo);
  await services.photos.put(town, request, photo, picture);
  const photos = await changeRequest(services, town, request, async (current) => {
    const changed = addPhoto(current, photo);
    const result = changed.photos ?? [];
    return changed === current ? { result } : { record: changed, result };
  });
  return keptPhoto(photo, photos);
}
