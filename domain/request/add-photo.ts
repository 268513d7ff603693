import { DomainError } from '../domain-error.js';
import type { RequestRecord } from './record.js';
import { MOST_PHOTOS } from '../photos/limits.js';
import type { Photo } from '../photos/photo.js';

/** The request with one photo more; unchanged when it has this one. Refused when it is over, or full. */
export function addPhoto(record: RequestRecord, photo: Photo): RequestRecord {
  const photos = record.photos ?? [];
  if (photos.some(({ id }) => id === photo.id)) return record;
  const context = { request: record.id };
  if (record.closedAs !== undefined || record.withdrawnAt !== undefined)
    throw new DomainError('RequestOver', `request ${record.id} is over`, context);
  if (photos.length >= MOST_PHOTOS)
    throw new DomainError('PhotosFull', `request ${record.id} has ${MOST_PHOTOS} photos`, context);
  return { ...record, photos: [...photos, photo] };
}
