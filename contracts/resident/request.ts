import * as z from 'zod';
import { momentSchema } from '../../domain/appointments/moment.js';
import { ASK_OPTIONS } from '../../domain/asks/ask-names.js';
import { judges, VERDICT_QUESTIONS, verdictSchema } from '../../domain/asks/verdict.js';
import { SHOWINGS } from '../../domain/photos/showing.js';
import { STEPS } from '../../domain/request/steps.js';
import { statusSchema } from '../../domain/request/status.js';
import { closedAsSchema, timelineEntrySchema, type TimelineType } from '../../domain/request/timeline.js';
import { LOOKER_ROLES } from '../../domain/access/audited-actions.js';
import { languageSchema } from '../../domain/words/language.js';
import { pathSchema } from '../../domain/town/field-schemas.js';
import { LONGEST_DESCRIPTION, LONGEST_NAME } from '../../domain/words/limits.js';
import { photoConsentAnswer, photoConsentBody, photosAnswer, workPhotoView } from './photos.js';
import { route } from '../route.js';
import { code, codePlace, COMMON_QUERY, nameOfSomething, note, phone } from '../words.js';
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
    confidential: z
      .boolean()
      .optional()
      .describe('It is about a member of staff: the inspection team alone handles it'),
    anonymous: z
      .boolean()
      .optional()
      .describe('Whoever handles it does not see name and number; calls go through the duty desk'),
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

/** By what a request is followed. */
export const trackedBy = z
  .strictObject({ id: z.string(), trackingKey: z.string() })
  .meta({ id: 'TrackedBy' });

/** `ask` is the id of the open question, or the request's own id to withdraw it. */
export const answerBody = z
  .strictObject({
    ask: nameOfSomething.min(1),
    option: z.enum(['satisfied', 'unsatisfied', 'brought', 'allow', 'deny', 'withdraw']),
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

/** A remark of its resident on a request that is being worked on. */
export const remarkBody = z.strictObject({ words: note.min(1) }).meta({ id: 'OwnRemark' });

/** Number and phone of a request whose key is not at hand; the same with the code that was texted. */
export const trackingCodeBody = z
  .strictObject({ number: nameOfSomething.trim().min(1), phone })
  .meta({ id: 'TrackingCode' });
export const trackingKeyBody = z
  .strictObject({ ...trackingCodeBody.shape, code, asked: codePlace.optional() })
  .meta({ id: 'TrackingKey' });
export const trackingCodeAnswer = z
  .strictObject({
    minutes: z
      .number()
      .int()
      .describe('How long the code holds, if one was sent; the answer is the same if none was'),
    asked: codePlace.describe('Sent back with the code, it holds on another network, too'),
  })
  .meta({ id: 'TrackingCodeSent' });

/** The kinds of events of a request. */
export const timelineTypeSchema = z.enum(
  timelineEntrySchema.options.flatMap(({ shape }): TimelineType[] => shape.type.options),
);

const instant = z.iso.datetime();

/** A request as its resident sees it; `domain/request/request-view.ts` says how that is made. */
export const requestAnswer = z
  .strictObject({
    id: z.string(),
    status: statusSchema,
    step: z.enum(STEPS).describe('In which of the four steps it is'),
    path: pathSchema,
    category: z.string(),
    confidential: z
      .literal(true)
      .optional()
      .describe('It complains about staff, also in an emergency: no grid has it'),
    grid: z.number().int().optional(),
    owner: z.string().optional().describe('Who was asked first and owns it to the end'),
    phone: z.string().optional().describe('How to call them, E.164'),
    dueAt: instant.optional(),
    nextStep: z
      .strictObject({ name: z.string(), dueAt: instant })
      .optional()
      .describe('What comes next of its programme or petition, and its date'),
    newsAgainAt: instant
      .optional()
      .describe('When its resident may ask for news again; absent where they never asked'),
    objectUntil: instant
      .optional()
      .describe('Of one that was refused: until when its resident may add to it'),
    pausedSince: instant
      .optional()
      .describe(
        'Since when the deadline stands still, because the resident owes an answer or waits for a place',
      ),
    unanswered: z
      .literal(true)
      .optional()
      .describe('An emergency that people are called to, and nobody has taken up yet'),
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
    showing: z
      .enum(SHOWINGS)
      .optional()
      .describe(
        'Whether everybody may see photos of it on the daily board: its resident may say so, said so, they are shown. Absent where that is out of the question',
      ),
    followUps: z.array(z.iso.date()).optional(),
  })
  .meta({ id: 'Request' });

/** The resident's own words as the town keeps them, and who looked at them. */
export const ownAnswer = z
  .strictObject({
    words: z.string().optional().describe('Absent once they were erased'),
    looks: z
      .array(z.strictObject({ at: instant, role: z.enum(LOOKER_ROLES) }))
      .describe('Who of the town looked at it, the latest first: by what they are, not by name'),
  })
  .meta({ id: 'OwnWords' });

export const remarkAnswer = z
  .strictObject({
    ...requestAnswer.shape,
    opened: z
      .string()
      .optional()
      .describe('The number of the request of its own that the words became: they speak of a danger'),
  })
  .meta({ id: 'OwnRemarked' });

export const submitRoute = route({
  method: 'POST',
  path: '/requests',
  summary: 'Submit a request. Accepted means stored; the same submission sent again is the same request.',
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

export const askNewsRoute = route({
  method: 'POST',
  path: '/requests/{id}/news',
  summary: 'Asks how it stands: whoever has it is texted; too soon after the last time nobody is',
  query: trackingQuery,
  body: z.strictObject({}),
  answers: { 202: requestAnswer },
  problems: [400, 404, 409, 413, 415, 422, 429, 500],
});

export const remarkRoute = route({
  method: 'POST',
  path: '/requests/{id}/remarks',
  summary: 'Adds a word to it, which reaches whoever has it',
  query: trackingQuery,
  body: remarkBody,
  answers: { 202: remarkAnswer },
  problems: [400, 404, 409, 413, 415, 422, 429, 500],
});

export const ownRoute = route({
  method: 'GET',
  path: '/requests/{id}/own',
  summary: 'What its resident said, and who of the town looked at it',
  query: trackingQuery,
  answers: { 200: ownAnswer },
  problems: [404, 500],
});

export const trackingCodeRoute = route({
  method: 'POST',
  path: '/requests/codes',
  summary:
    'Texts a code to open a request by, where the phone is that of the request; answered alike where it is not',
  body: trackingCodeBody,
  answers: { 202: trackingCodeAnswer },
  problems: [400, 404, 413, 415, 422, 429, 500],
});

export const trackingKeyRoute = route({
  method: 'POST',
  path: '/requests/keys',
  summary: 'The key of a request for that code, which is worth nothing then',
  body: trackingKeyBody,
  answers: { 201: trackedBy },
  problems: [400, 404, 413, 415, 422, 429, 500],
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

export const photoConsentRoute = route({
  method: 'POST',
  path: '/requests/{id}/photo-consent',
  summary:
    'Its resident agrees that photos of it are shown to everybody, or takes that back: those that are shown are gone at once',
  query: trackingQuery,
  body: photoConsentBody,
  answers: { 200: photoConsentAnswer },
  problems: [400, 404, 409, 413, 415, 422, 500],
});

export const photoRoute = route({
  method: 'GET',
  path: '/requests/{id}/photos/{photo}',
  summary: 'A photo of a request',
  query: trackingQuery,
  answers: { 200: { 'image/jpeg': 'as it is' } },
  problems: [404, 500],
});
