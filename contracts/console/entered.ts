import * as z from 'zod';
import { DANGERS } from '../../domain/town/dangers.js';
import { pathSchema } from '../../domain/town/field-schemas.js';
import { languageSchema } from '../../domain/words/language.js';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { submissionFields } from '../resident/request.js';

const { name, phone, village, group, category, description } = submissionFields.shape;

/** The sender's words, and the facts that whoever takes them down knows better than the reading. */
const SAID = { village, group, category, description };

export const enteredBody = z
  .strictObject({
    name: name.optional(),
    phone: phone
      .optional()
      .describe(
        'Of whoever called: they are told what becomes of it. Without one whoever takes it down is told, to call them back',
      ),
    ...SAID,
    language: languageSchema.optional().describe('In which they are texted'),
  })
  .meta({ id: 'EnteredRequest' });
export type EnteredBody = z.input<typeof enteredBody>;

export const enterRoute = route({
  method: 'POST',
  path: '/admin/requests',
  summary:
    'A request that somebody made by telephone; the same words from the same number on one day are one request',
  permission: 'requests.enter',
  body: enteredBody,
  answers: {
    202: z
      .strictObject({
        id: z.string(),
        sealed: z
          .literal(true)
          .optional()
          .describe('A complaint about staff: its page is for who looks into it'),
      })
      .meta({ id: 'Entered' }),
  },
  problems: [...UNREADABLE, ...REFUSED, 422],
});

export const saidBody = z.strictObject(SAID).meta({ id: 'Said' });

const evidence = z.array(z.string()).describe('The words that decided it');

/** How words would be taken in, before they are. */
export const saidAnswer = z
  .strictObject({
    path: pathSchema,
    danger: z
      .strictObject({
        kind: z.enum(DANGERS),
        sure: z.boolean(),
        name: z.string(),
        advice: z.string().describe('What whoever calls is to do at once'),
        evidence,
      })
      .optional(),
    category: z.strictObject({ id: z.string(), sure: z.boolean(), evidence }),
    place: z.strictObject({
      village: z.string().optional(),
      group: z.number().int().optional(),
      grid: z.number().int().optional(),
      candidates: z.array(z.string()).describe('Villages of which any may be meant'),
      evidence,
    }),
    confidential: z.literal(true).optional().describe('It is, or may be, a complaint about staff'),
  })
  .meta({ id: 'SaidRead' });
export type SaidAnswer = z.infer<typeof saidAnswer>;

export const readSaidRoute = route({
  method: 'POST',
  path: '/admin/requests/reading',
  summary: 'How words would be read, with what decided it; nothing is stored',
  permission: 'requests.enter',
  body: saidBody,
  answers: { 200: saidAnswer },
  problems: [...UNREADABLE, ...REFUSED, 422],
});
