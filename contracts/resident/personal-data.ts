import * as z from 'zod';
import { route } from '../route.js';
import { ownAnswer, requestAnswer, trackingQuery } from './request.js';

const instant = z.iso.datetime();
const days = z.number().int().positive();

/** The town's data about somebody with one request: what the law calls consulting and copying it (查阅、复制). */
export const personalDataAnswer = z
  .strictObject({
    id: z.string(),
    name: z.string().optional(),
    phone: z.string().optional().describe('The middle of it masked: whoever has the number knows it'),
    words: z.string().optional(),
    location: z.strictObject({ lat: z.number(), lng: z.number() }).optional(),
    form: z
      .array(z.strictObject({ label: z.string(), value: z.string() }))
      .describe('What was filled in of an application'),
    exception: z.string().optional().describe('Why it was handed in against a condition'),
    photos: z.array(z.string()).describe('By id; each at /requests/{id}/photos/{photo}'),
    texts: z
      .array(z.strictObject({ at: instant, from: z.enum(['town', 'resident']), body: z.string() }))
      .describe('Between the town and this number about this request, the latest first'),
    timeline: requestAnswer.shape.timeline,
    looks: ownAnswer.shape.looks,
    kept: z
      .strictObject({
        requestDays: days.describe('From its closing'),
        textDays: days,
        accessDays: days.describe('Who looked at what'),
        until: instant.optional().describe('Of one that is closed: when it is erased'),
        fileDays: days.describe(
          'Of its sealed file, from its closing; erasure on request leaves none but where fileKept says so',
        ),
        backupDays: days.describe('For how long backups hold what was erased'),
      })
      .describe('How long'),
    fileKept: z
      .enum(['petition', 'aid'])
      .optional()
      .describe('Why a sealed file stays for the years that the law wants, whoever asks for erasure'),
  })
  .meta({ id: 'PersonalData' });

export const erasureBody = z.strictObject({ sure: z.literal(true) }).meta({ id: 'Erasure' });

export const erasureAnswer = z
  .strictObject({
    done: z
      .enum(['soon', 'when-over'])
      .describe('Within minutes; or, of an emergency that is not over, once it is'),
  })
  .meta({ id: 'ErasureTaken' });

export const personalDataRoute = route({
  method: 'GET',
  path: '/requests/{id}/data',
  summary: 'All that the town keeps of its resident with it, and for how long',
  query: trackingQuery,
  answers: { 200: personalDataAnswer },
  problems: [404, 500],
});

export const erasureRoute = route({
  method: 'POST',
  path: '/requests/{id}/erasure',
  summary:
    'Its resident withdraws consent and has all of it erased; one that is open is withdrawn first. Afterwards its number and key open nothing',
  query: trackingQuery,
  body: erasureBody,
  answers: { 202: erasureAnswer },
  problems: [400, 404, 413, 415, 422, 429, 500],
});
