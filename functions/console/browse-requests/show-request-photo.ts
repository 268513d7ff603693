import type { Services } from '../../../adapters/services.js';
import { mayReadPerson } from '../../../domain/access/may-see.js';
import type { requestPhotoRoute } from '../../../contracts/console/request-photos.js';
import { showPhoto } from '../../http/photo-answer.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { auditRequest } from '../audit.js';
import { openRequest } from './open-request.js';

type Effects = Services<{ audits: 'record'; requests: 'read'; photos: 'show'; workPhotos: 'read' }>;

/** `GET /admin/requests/{id}/photos/{photo}`: a picture may show who it is about, and is for whoever may know that. */
export async function showRequestPhoto(services: Effects, call: CallOf<typeof requestPhotoRoute>) {
  const record = await openRequest(services, call);
  if (!mayReadPerson(call.user, record)) throw new Problem('forbidden');
  await auditRequest(services, call, record, 'photo.read', call.params.photo);
  return showPhoto(services, record, call);
}
