import type * as z from 'zod';
import { pictureId } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import { addPhoto } from '../../domain/photos/add-photo.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { type HttpCall, httpHandler, json } from '../http/http-handler.js';
import { openTracked } from '../http/open-tracked.js';
import { showPhoto } from '../http/photo-answer.js';
import { Problem, type ProblemType } from '../http/problem.js';
import { readPhoto } from '../http/read-photo.js';
import type { photosAnswer } from '../http/schemas/photos.js';
import { changeRequest } from '../use-cases/change-request.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'photos'>;

/** `POST /requests/{id}/photos?key=`, `GET /requests/{id}/photos/{photo}?key=`: photos of a request, by who holds its key. */
export const createKeepPhotos = (services: Effects) =>
  httpHandler('keep-photos', async (call) => {
    const record = await openTracked(services, call);
    return call.event.routeKey.startsWith('POST ')
      ? keep(services, record, call)
      : showPhoto(services, record, call);
  });

const REFUSED: Readonly<Record<string, ProblemType>> = {
  RequestOver: 'request-over',
  PhotosFull: 'photos-full',
};

/**
 * The picture is stored first and named in the request second: what a request names is there. The rule is asked before as well, so
 * that nothing is stored for a request that takes none.
 */
async function keep(services: Effects, record: RequestRecord, call: HttpCall) {
  const { town, id: request } = record;
  const picture = readPhoto(call);
  const photo = { id: pictureId(picture), at: call.at };
  try {
    addPhoto(record, photo);
    await services.photos.put(town, request, photo, picture);
    const photos = await changeRequest(services, town, request, async (current) => {
      const changed = addPhoto(current, photo);
      const result = changed.photos ?? [];
      return changed === current ? { result } : { record: changed, result };
    });
    const answer: z.input<typeof photosAnswer> = { id: photo.id, photos: photos.map(({ id }) => id) };
    return json(201, answer);
  } catch (error) {
    const problem = error instanceof DomainError ? REFUSED[error.code] : undefined;
    throw problem === undefined ? error : new Problem(problem);
  }
}
