import * as z from 'zod';
import { CORRECTED_OUTCOMES } from '../../domain/request/correction.js';
import { statusSchema } from '../../domain/request/record.js';
import { DANGERS } from '../../domain/town/dangers.js';
import { pathSchema } from '../../domain/town/field-schemas.js';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { nameOfSomething, note } from '../words.js';

const named = nameOfSomething.trim().min(1);

/** Of a request what is to stand otherwise; what is not named stays. */
export const CORRECTED_FIELDS = {
  category: named.optional().describe('The id of what it is about'),
  danger: z
    .enum([...DANGERS, 'none'])
    .optional()
    .describe('Which danger there is: the alarm is raised at once; `none` only by a leader'),
  path: pathSchema.optional().describe('Which way it goes, where not the one of its category'),
  village: named.optional(),
  group: z.number().int().positive().optional(),
  grid: z.number().int().positive().optional(),
  owner: named.optional().describe('A member of staff by id'),
  handler: named.optional().describe('Who of the staff works on it, by id'),
  department: named.optional().describe('The id of the department that works on it'),
  outcome: z
    .enum(CORRECTED_OUTCOMES)
    .optional()
    .describe('A mistaken answer; `not-done`: it is worked on again, opened where it was closed'),
  joined: named.optional().describe('The number of the request that it is the same event as, or `none`'),
} as const;

export const requestCorrectionBody = z
  .strictObject({ ...CORRECTED_FIELDS, reason: note.min(1).describe('Why; stands in the timeline') })
  .meta({ id: 'RequestCorrection' });
export type RequestCorrectionBody = z.input<typeof requestCorrectionBody>;

export const correctedAnswer = z
  .strictObject({
    id: z.string(),
    status: statusSchema,
    changes: z.array(z.string()).describe('What was corrected, from what to what, in words'),
  })
  .meta({ id: 'RequestCorrected' });
export type CorrectedAnswer = z.infer<typeof correctedAnswer>;

export const correctRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/corrections',
  summary:
    'Puts right what was recorded wrongly: whoever is asked about it no more is told so, and the work goes on from how it then stands',
  permission: 'requests.correct',
  body: requestCorrectionBody,
  answers: { 200: correctedAnswer },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});

export const remarkBody = z.strictObject({ words: note.min(1) }).meta({ id: 'Remark' });

export const remarkRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/remarks',
  summary: 'Adds a remark to a request; whoever works on it is told',
  permission: 'requests.correct',
  body: remarkBody,
  answers: { 200: z.strictObject({ id: z.string() }).meta({ id: 'Remarked' }) },
  problems: [...UNREADABLE, ...REFUSED, 422],
});
