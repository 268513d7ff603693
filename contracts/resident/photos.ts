import * as z from 'zod';
import { SHOWINGS } from '../../domain/photos/showing.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { route } from '../route.js';

export const photosAnswer = z
  .strictObject({
    id: z.string().describe('Follows from the picture: the same one sent again is the same photo'),
    photos: z
      .array(z.string())
      .describe("All that lie beside it: of the request its resident's, or those of one answer"),
  })
  .meta({ id: 'Photos' });

/** A photo of what was done, as pages show it. */
export const workPhotoView = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string().describe('The name of whoever added it to their answer'),
});

export const photoConsentBody = z
  .strictObject({ agreed: z.boolean().describe('false: taken back') })
  .meta({ id: 'PhotoConsent' });
export const photoConsentAnswer = z
  .strictObject({ showing: z.enum(SHOWINGS).optional() })
  .meta({ id: 'PhotoConsentGiven' });

/** Photos of what was put right that everybody may see: nobody's name, number or words. */
export const publishedPhotosAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        request: z.string(),
        category: bilingualSchema,
        village: z.strictObject({ id: z.string(), name: bilingualSchema }).optional(),
        on: z.iso.date().describe('The day on which they were put on the board'),
        before: z.boolean().describe('Whether there is one of before; there is always one of after'),
      }),
    ),
  })
  .meta({ id: 'PublishedPhotos' });

export const publishedPhotosRoute = route({
  method: 'GET',
  path: '/board/photos',
  summary:
    'Of which requests everybody may see photos, the latest first: their residents agreed, and somebody of the town looked that nobody is in them',
  answers: { 200: publishedPhotosAnswer },
  problems: [400, 404, 500],
});

export const publishedPhotoRoute = route({
  method: 'GET',
  path: '/board/photos/{id}/{which}',
  summary: 'One of them, `before` or `after`, as a small JPEG',
  answers: { 200: { 'image/jpeg': 'as it is' } },
  problems: [400, 404, 500],
});
