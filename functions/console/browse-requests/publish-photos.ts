import type { Services } from '../../../adapters/services.js';
import type { publishPhotosRoute, takeOffPhotosRoute } from '../../../contracts/console/request-photos.js';
import { mayReadPerson } from '../../../domain/access/may-see.js';
import { mayDo } from '../../../domain/access/permissions.js';
import { DomainError } from '../../../domain/domain-error.js';
import { cleanJpeg } from '../../../domain/photos/clean-jpeg.js';
import { LARGEST_PUBLISHED } from '../../../domain/photos/limits.js';
import type { WorkPhotos } from '../../../domain/photos/work-photos.js';
import {
  agree,
  isOwnedBy,
  isReadyToPublish,
  publish,
  takeOff,
} from '../../../domain/request/publish-photos.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import type { ConsoleUser } from '../../http/console-user.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { changeWorkPhotos } from '../../use-cases/change-work-photos.js';
import { auditRequest } from '../audit.js';
import { openRequest } from './open-request.js';

type Effects = Services<{
  audits: 'record';
  requests: 'read';
  towns: 'read';
  workPhotos: 'read' | 'save';
  publishedPhotos: 'add' | 'remove';
}>;

/** Bytes of a call: two copies in base64, and some words. */
const LARGEST_CALL = Math.ceil(LARGEST_PUBLISHED / 3) * 8 + 1000;

/** Who publishes photos and takes them off: whoever answers for the desk, or owns the request, and may see them. */
export const mayPublish = (user: ConsoleUser, record: RequestRecord, town: Town): boolean =>
  mayReadPerson(user, record) &&
  (mayDo(user.roles, 'requests.answer') || isOwnedBy(record, town, user.staff));

/**
 * `POST /admin/requests/{id}/published-photos`. What its resident agreed to is stored first and the copies second;
 * where they took it back between the two, the copies go again.
 */
export async function publishPhotos(services: Effects, call: CallOf<typeof publishPhotosRoute>) {
  const { record, town } = await opened(services, call);
  const { town: id, id: request, category, village } = record;
  const body = call.body({ largest: LARGEST_CALL, longest: LARGEST_CALL });
  const after = pictureIn(body.after);
  const before = body.before === undefined ? undefined : pictureIn(body.before);
  const said = { at: call.at, by: call.user.staff ?? call.user.id };
  const decide = (now: WorkPhotos): WorkPhotos => {
    if (!isReadyToPublish(record, now, town)) throw new Problem('photos-stay');
    return publish(body.agreedByTelephone ? agree(now, said) : now, {
      ...said,
      before: before !== undefined,
    });
  };
  decideOrSay(decide, await services.workPhotos.load(id, request));
  await auditRequest(services, call, record, 'photos.published');
  await changeWorkPhotos(services, id, request, (now) => decideOrSay(decide, now));
  const published = { request, category, village, at: call.at, before: before !== undefined };
  await services.publishedPhotos.add(id, published, { before, after });
  if (!(await services.workPhotos.load(id, request)).published)
    await services.publishedPhotos.remove(id, request);
  return call.answer(201, {});
}

/** `DELETE /admin/requests/{id}/published-photos`: recorded, then removed, as where its resident withdraws consent. */
export async function takeOffPhotos(services: Effects, call: CallOf<typeof takeOffPhotosRoute>) {
  const { record } = await opened(services, call);
  await auditRequest(services, call, record, 'photos.taken-off');
  await changeWorkPhotos(services, record.town, record.id, takeOff);
  await services.publishedPhotos.remove(record.town, record.id);
  return call.answer(200, {});
}

async function opened(
  services: Effects,
  call: CallOf<typeof publishPhotosRoute> | CallOf<typeof takeOffPhotosRoute>,
) {
  const record = await openRequest(services, call);
  const { town } = await services.towns.load(record.town);
  if (!mayPublish(call.user, record, town)) throw new Problem('forbidden');
  return { record, town };
}

function pictureIn(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  const picture = bytes.byteLength > LARGEST_PUBLISHED ? undefined : cleanJpeg(bytes);
  if (picture === undefined) throw new Problem('no-photo');
  return picture;
}

function decideOrSay(decide: (now: WorkPhotos) => WorkPhotos, now: WorkPhotos): WorkPhotos {
  try {
    return decide(now);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NotAgreed') throw new Problem('not-agreed');
    throw error;
  }
}
