import * as z from 'zod';
import { momentSchema } from '../../domain/appointments/moment.js';
import { ASK_OPTIONS } from '../../domain/asks/ask-names.js';
import { judges, VERDICT_QUESTIONS, verdictSchema } from '../../domain/asks/verdict.js';
import { statusSchema } from '../../domain/request/status.js';
import { closedAsSchema, timelineEntrySchema, type TimelineType } from '../../domain/request/timeline.js';
import { languageSchema } from '../../domain/words/language.js';
import { pathSchema } from '../../domain/town/field-schemas.js';
import { LONGEST_DESCRIPTION, LONGEST_NAME } from '../../domain/words/limits.js';
import { photosAnswer, workPhotoView } from './photos.js';
import { route } from '../route.js';
import { COMMON_QUERY, nameOfSomething, note, phone } from '../words.js';
import { wrong } from '../../domain/words/wrong-values.js';

export const person = z.strictObject({
  name: z.string().trim().min(1).max(LONGEST_NAME),
  phone: phone.optional(),
});

/** The body of `POST /requests` as far as it is the same in every town. */
export const submissionFields = z
  .strictObject({
    name: person.shape.name,
    phone,
    village: nameOfSomething.optional(),
    group: z.number().int().optional(),
    location: z
      .strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
      .optional(),
    category: nameOfSomething.optional(),
    description: z.string().trim().min(1).max(LONGEST_DESCRIPTION),
    onBehalfOf: person.optional(),
    sameAs: nameOfSomething
      .optional()
      .describe('The number of an open request that is the same event, as GET /requests/similar offers it'),
    language: languageSchema.optional(),
    consent: z.literal(true, { error: wrong('no-consent') }),
  })
  .meta({ id: 'Submission' });

export const trackingQuery = z.strictObject({
  key: nameOfSomething.describe('The key of the receipt; it opens this request only'),
  ...COMMON_QUERY,
});

export const receiptAnswer = z
  .strictObject({
    id: z.string(),
    trackingKey: z.string(),
    trackingUrl: z.url(),
    sameAs: z.string().optional().describe('The first report of the event, kept for the owner to decide on'),
  })
  .meta({ id: 'Receipt' });

/** `ask` is the id of the open question, or the request's own id to withdraw it. */
export const answerBody = z
  .strictObject({
    ask: nameOfSomething.min(1),
    option: z.enum(['satisfied', 'unsatisfied', 'brought', 'withdraw']),
    note: note.optional(),
    verdict: z
      .strictObject(verdictSchema.shape)
      .refine(judges, { message: wrong('nothing-judged') })
      .optional()
      .describe(
        'At closure: whether somebody contacted the resident, whether it is solved, whether they are satisfied. It goes before `option`; what is left out was not said',
      ),
  })
  .meta({ id: 'Answer' });

/** What can happen to a request. */
export const timelineTypeSchema = z.enum(
  timelineEntrySchema.options.flatMap(({ shape }): TimelineType[] => shape.type.options),
);

const instant = z.iso.datetime();

/** What the resident sees; `domain/request/request-view.ts` says how it is made. */
export const requestAnswer = z
  .strictObject({
    id: z.string(),
    status: statusSchema,
    path: pathSchema,
    category: z.string(),
    grid: z.number().int().optional(),
    owner: z.string().optional().describe('Who was asked first and owns it to the end'),
    dueAt: instant.optional(),
    nextStep: z
      .strictObject({ name: z.string(), dueAt: instant })
      .optional()
      .describe('The step of its programme that comes next, and its date'),
    pausedSince: instant
      .optional()
      .describe(
        'Since when the deadline stands still, because the resident owes an answer or waits for a place',
      ),
    waitingPosition: z
      .number()
      .int()
      .positive()
      .optional()
      .describe("The place in line for one of the programme's fixed places; 1 is next"),
    appointment: z
      .strictObject({ ...momentSchema.shape, name: z.string(), text: z.string() })
      .optional()
      .describe("When its resident is to come, on the town's calendar; half: no hour was agreed"),
    closedAs: closedAsSchema.optional(),
    timeline: z.array(z.strictObject({ at: instant, type: timelineTypeSchema, text: z.string() })),
    ask: z
      .strictObject({
        id: z.string(),
        text: z.string(),
        options: z.array(z.strictObject({ option: z.enum(ASK_OPTIONS), label: z.string() })),
        questions: z
          .array(z.enum(VERDICT_QUESTIONS))
          .optional()
          .describe('At closure: what is asked one by one; the first option says yes to all'),
      })
      .optional(),
    photos: z.array(z.string()).optional().describe('Those that its resident added'),
    workPhotos: z
      .array(workPhotoView)
      .optional()
      .describe('Those that the staff added to what they did, at the same address'),
    followUps: z.array(z.iso.date()).optional(),
  })
  .meta({ id: 'Request' });

export const reportRoute = route({
  method: 'POST',
  path: '/requests',
  summary: 'Report a request. Accepted means stored; the same submission sent again is the same request.',
  headers: [
    {
      name: 'Idempotency-Key',
      description:
        'Makes the submission one, however often it is sent; without it the content and the day do',
    },
  ],
  body: submissionFields,
  answers: { 202: receiptAnswer },
  problems: [400, 404, 413, 415, 422, 429, 500],
});

export const trackRoute = route({
  method: 'GET',
  path: '/requests/{id}',
  summary: 'How far a request is',
  query: trackingQuery,
  answers: { 200: requestAnswer },
  problems: [404, 500],
});

export const answerRoute = route({
  method: 'POST',
  path: '/requests/{id}/answers',
  summary: "The resident's answer to an open question, or their taking the request back",
  query: trackingQuery,
  body: answerBody,
  answers: { 202: requestAnswer },
  problems: [400, 404, 409, 413, 415, 422, 429, 500],
});

export const sendPhotoRoute = route({
  method: 'POST',
  path: '/requests/{id}/photos',
  summary:
    'Adds a photo: a JPEG of at most 300,000 bytes and 1,600 pixels; what it says besides the picture is dropped',
  query: trackingQuery,
  body: { 'image/jpeg': 'as it is' },
  answers: { 201: photosAnswer },
  problems: [404, 409, 413, 415, 422, 500],
});

export const photoRoute = route({
  method: 'GET',
  path: '/requests/{id}/photos/{photo}',
  summary: 'A photo of a request',
  query: trackingQuery,
  answers: { 200: { 'image/jpeg': 'as it is' } },
  problems: [404, 500],
});
