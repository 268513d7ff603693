import type { Services } from '../../../adapters/services.js';
import { DomainError } from '../../../domain/domain-error.js';
import { openTracked } from '../open-tracked.js';
import { showPhoto } from '../../http/photo-answer.js';
import { Problem } from '../../http/problem.js';
import type { ProblemType } from '../../http/problem-words.js';
import type { FUNCTION } from './function.js';
import { keepResidentPhoto } from './keep-resident-photo.js';
import { keepWorkPhoto } from './keep-work-photo.js';
import { takeConsent } from './take-consent.js';
import type { KeptPhoto } from './kept-photo.js';
import { ROUTES } from './routes.js';
import { routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/**
 * `POST /requests/{id}/photos?key=`, `GET /requests/{id}/photos/{photo}?key=`: photos of a request, by who holds its
 * key. `POST /requests/{id}/photo-consent?key=`: whether everybody may see any. `POST /asks/{id}/photos?sig=`: those of
 * whoever said that it is done.
 */
export const createKeepPhotos = (services: Effects) =>
  routeHandler('keep-photos', ROUTES, {
    show: async (call) => showPhoto(services, await openTracked(services, call), call),
    send: async (call) => {
      const record = await openTracked(services, call);
      return call.answer(201, await kept(() => keepResidentPhoto(services, record, call)));
    },
    consent: async (call) =>
      call.answer(200, await takeConsent(services, await openTracked(services, call), call)),
    sendWork: async (call) => call.answer(201, await kept(() => keepWorkPhoto(services, call))),
  });

const REFUSED: Readonly<Record<string, ProblemType>> = {
  RequestOver: 'request-over',
  PhotosFull: 'photos-full',
};

async function kept(keep: () => Promise<KeptPhoto>): Promise<KeptPhoto> {
  try {
    return await keep();
  } catch (error) {
    const problem = error instanceof DomainError ? REFUSED[error.code] : undefined;
    throw problem === undefined ? error : new Problem(problem);
  }
}
