import * as z from 'zod';
import { LARGEST_PUBLISHED } from '../../domain/photos/limits.js';
import { REFUSED, route, UNREADABLE } from '../route.js';

export const requestPhotoRoute = route({
  method: 'GET',
  path: '/admin/requests/{id}/photos/{photo}',
  summary: 'A photo of a request; viewing it is recorded in the audit trail',
  permission: 'requests.read',
  answers: { 200: { 'image/jpeg': 'as it is' } },
  problems: REFUSED,
});

/** Characters of a picture in base64. */
const LONGEST_COPY = Math.ceil(LARGEST_PUBLISHED / 3) * 4;
const copy = z.string().max(LONGEST_COPY);

export const publishPhotosBody = z
  .strictObject({
    before: copy.optional().describe("A small JPEG of one of its resident's photos, in base64"),
    after: copy.describe('A small JPEG of one of the work, in base64'),
    nobodySeen: z
      .literal(true)
      .describe('Whoever publishes looked that no face, number plate, house number or paper can be made out'),
    agreedByTelephone: z
      .literal(true)
      .optional()
      .describe('Its resident was asked and agreed; not needed where they said so on their page'),
  })
  .meta({ id: 'PhotosToPublish' });

export const publishPhotosRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/published-photos',
  summary:
    'Puts copies of photos on the daily board, once the work is done and its resident agreed; for the duty desk and whoever owns the request',
  permission: 'requests.read',
  body: publishPhotosBody,
  answers: { 201: z.strictObject({}).meta({ id: 'PhotosPublished' }) },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});

export const takeOffPhotosRoute = route({
  method: 'DELETE',
  path: '/admin/requests/{id}/published-photos',
  summary: 'Takes them off the daily board again',
  permission: 'requests.read',
  answers: { 200: z.strictObject({}).meta({ id: 'PhotosTakenOff' }) },
  problems: REFUSED,
});
