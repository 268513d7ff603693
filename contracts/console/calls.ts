import * as z from 'zod';
import { REFUSED, route } from '../route.js';
import { CALL_OUTCOMES } from '../../domain/request/further-call.js';
import { MILESTONES } from '../../domain/town/field-schemas.js';
import { nameOfSomething } from '../words.js';

const LONGEST_NOTE = 200;

const instant = z.iso.datetime();
const minutes = z.number().int().optional();

export const callBody = z
  .strictObject({
    contact: nameOfSomething.min(1).describe('The id of a further contact of the town'),
    outcome: z.enum(CALL_OUTCOMES).describe('Nobody answered, or how far whoever answered is'),
    note: z.string().trim().min(1).max(LONGEST_NOTE).optional(),
  })
  .meta({ id: 'Call' });
export type CallBody = z.input<typeof callBody>;

export const callNoted = z
  .strictObject({ contact: z.string(), outcome: z.enum(CALL_OUTCOMES) })
  .meta({ id: 'CallNoted' });
export type CallNoted = z.infer<typeof callNoted>;

const noted = z.strictObject({
  at: instant,
  by: z.string().optional(),
  byName: z.string().optional(),
  isAnswered: z.boolean(),
  note: z.string().optional(),
});

/** Whom the desk can call about an emergency that nobody has come to yet. */
export const callList = z.strictObject({
  calledUpAt: instant.optional().describe('When the whole ladder had been silent'),
  mayNote: z.boolean().describe('Whether whoever asks may note a call'),
  contacts: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      phone: z.string(),
      note: z.string().optional(),
      calls: z.array(noted),
    }),
  ),
  say: z
    .strictObject({
      place: z.string(),
      danger: z.string(),
      words: z.string().optional().describe("Only for whoever may see residents' words, and noted"),
      phone: z.string().optional(),
    })
    .describe('What to say on the telephone'),
});
export type CallList = z.infer<typeof callList>;

/** An emergency looked back on: minutes are counted from the report. */
export const reviewView = z.strictObject({
  reportedAt: instant,
  told: z.array(z.strictObject({ staff: z.string(), name: z.string().optional(), at: instant })),
  asked: z.array(
    z.strictObject({
      staff: z.string(),
      name: z.string().optional(),
      what: z.string().optional().describe('The step of the programme; absent: where it is'),
      askedAt: instant,
      outcome: z.enum(['answered', 'declined', 'silent', 'settled', 'waiting']),
      minutes: minutes.describe(
        'From being asked to the answer, or to when the record last says that there was none',
      ),
      note: z.string().optional(),
    }),
  ),
  milestones: z.array(
    z.strictObject({
      milestone: z.enum(['taken', ...MILESTONES]),
      at: instant.optional(),
      minutes,
      limit: minutes,
      isLate: z.boolean(),
    }),
  ),
  silent: z.array(z.string()).describe('Names of those who were asked and never answered'),
  calledUpAt: instant.optional(),
  calls: z.array(noted.extend({ contact: z.string() })),
  joined: z.array(z.string()).describe('Other reports of the same event'),
  ended: z
    .strictObject({
      at: instant,
      how: z.enum(['stood-down', 'safe', 'done', 'referred']),
      by: z.string().optional(),
      byName: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  task: z.string().optional().describe('The task of looking back on it, once that has begun'),
});
export type ReviewView = z.infer<typeof reviewView>;

export const noteCallRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/calls',
  summary: 'A telephone call about an emergency to somebody outside the ladder, and what came of it',
  permission: 'requests.answer',
  body: callBody,
  answers: { 200: callNoted },
  problems: [400, ...REFUSED, 409, 413, 415, 422],
});
