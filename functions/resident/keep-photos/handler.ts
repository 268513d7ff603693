import type { Services } from '../../../adapters/services.js';
import { DomainError } from '../../../domain/domain-error.js';
import { httpHandler, json } from '../../http/http-handler.js';
import { openTracked } from '../open-tracked.js';
import { showPhoto } from '../../http/photo-answer.js';
import { Problem, type ProblemType } from '../../http/problem.js';
import { keepResidentPhoto } from './keep-resident-photo.js';
import { keepWorkPhoto } from './keep-work-photo.js';
import type { KeptPhoto } from './kept-photo.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'asks' | 'linkKeys' | 'photos' | 'workPhotos'>;

const SHOW = 'GET /requests/{id}/photos/{photo}';
const KEEP_WORK = 'POST /asks/{id}/photos';

/**
 * `POST /requests/{id}/photos?key=`, `GET /requests/{id}/photos/{photo}?key=`: photos of a request, by who holds its key.
 * `POST /asks/{id}/photos?sig=`: those of whoever said that it is done.
 */
export const createKeepPhotos = (services: Effects) =>
  httpHandler('keep-photos', async (call) => {
    const { routeKey } = call.event;
    if (routeKey === KEEP_WORK) return kept(() => keepWorkPhoto(services, call));
    const record = await openTracked(services, call);
    return routeKey === SHOW
      ? showPhoto(services, record, call)
      : kept(() => keepResidentPhoto(services, record, call));
  });

const REFUSED: Readonly<Record<string, ProblemType>> = {
  RequestOver: 'request-over',
  PhotosFull: 'photos-full',
};

async function kept(keep: () => Promise<KeptPhoto>): Promise<ReturnType<typeof json>> {
  try {
    return json(201, await keep());
  } catch (error) {
    const problem = error instanceof DomainError ? REFUSED[error.code] : undefined;
    throw problem === undefined ? error : new Problem(problem);
  }
}
