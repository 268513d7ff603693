import * as z from 'zod';
import { STEPS } from '../../domain/request/steps.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { route } from '../route.js';
import { bulletinAnswer } from './bulletin.js';
import { COMMON_QUERY } from '../words.js';

const { town, date, total, grids } = bulletinAnswer.shape;

export const todayAnswer = z
  .strictObject({
    town,
    date: date.describe('Today in the town; it begins at midnight'),
    at: z.iso.datetime().describe('As of when'),
    timeZone: z.string(),
    total,
    grids,
    steps: z
      .array(z.strictObject({ step: z.enum(STEPS), open: z.number().int() }))
      .describe('How many open requests are at which of the four steps, in their order'),
    emergencies: z
      .array(
        z.strictObject({
          since: z.iso.datetime(),
          answered: z.boolean().describe('Whether somebody has taken it up'),
          category: bilingualSchema
            .optional()
            .describe('Of what concerns public places alone, as the village'),
          village: bilingualSchema.optional(),
        }),
      )
      .describe('Under way, the oldest first'),
  })
  .meta({ id: 'Today' });

export const todayRoute = route({
  method: 'GET',
  path: '/today',
  summary: "The town's day so far: what the daily close will publish of it, as it stands, and what is open",
  answers: { 200: todayAnswer },
  problems: [404, 500],
});

const share = z.object({ part: z.number(), of: z.number(), share: z.number().nullable() });

/** The rates by residents' verdicts in a period, without all other figures: a page reads no more than it needs. */
export const saidRatesRoute = route({
  method: 'GET',
  path: '/statistics',
  query: z.object({ from: z.string(), to: z.string(), by: z.literal('town'), ...COMMON_QUERY }),
  answers: {
    200: z.object({
      total: z.object({ saidContacted: share, saidSolved: share, saidSatisfied: share }),
    }),
  },
  problems: [],
});
