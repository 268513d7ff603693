import * as z from 'zod';
import { momentSchema } from '../domain/appointments/moment.js';
import { ASK_OPTIONS } from '../domain/asks/ask-kinds.js';
import { statusSchema } from '../domain/request/record.js';
import { closedAsSchema, timelineEntrySchema, type TimelineType } from '../domain/request/timeline.js';
import { pathSchema } from '../domain/town/schema.js';
import { workPhotoView } from './photos.js';
import { COMMON_QUERY, nameOfSomething, note } from './words.js';

export const trackingQuery = z.strictObject({
  key: nameOfSomething.describe('The key of the receipt; it opens this request only'),
  ...COMMON_QUERY,
});

export const receiptAnswer = z.strictObject({
  id: z.string(),
  trackingKey: z.string(),
  trackingUrl: z.url(),
  sameAs: z.string().optional().describe('The first report of the event, kept for the owner to decide on'),
});

/** `ask` is the id of the open question, or the request's own id to withdraw it. */
export const answerBody = z.strictObject({
  ask: nameOfSomething.min(1),
  option: z.enum(['satisfied', 'unsatisfied', 'brought', 'withdraw']),
  note: note.optional(),
});

/** What can happen to a request. */
export const timelineTypeSchema = z.enum(
  timelineEntrySchema.options.flatMap(({ shape }): TimelineType[] => shape.type.options),
);

const instant = z.iso.datetime();

/** What the resident sees; `domain/request/request-view.ts` says how it is made. */
export const requestAnswer = z.strictObject({
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
    })
    .optional(),
  photos: z.array(z.string()).optional().describe('Those that its resident added'),
  workPhotos: z
    .array(workPhotoView)
    .optional()
    .describe('Those that the staff added to what they did, at the same address'),
  followUps: z.array(z.iso.date()).optional(),
});
