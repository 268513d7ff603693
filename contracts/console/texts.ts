import * as z from 'zod';
import { REFUSED, route } from '../route.js';
import { DIRECTIONS } from '../../domain/sms/direction.js';
import { COMMON_QUERY, day, manyNames } from '../words.js';

/** Rows of one page. */
const MOST_ROWS = 100;

const instant = z.iso.datetime();
const paged = {
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  cursor: manyNames.optional().describe('Where the page before ended'),
  ...COMMON_QUERY,
};

export const textsQuery = z.object({
  from: day.optional().describe('Of this local day or later; a week before `to` where not given'),
  to: day.optional().describe('Of this local day or earlier; today where not given'),
  direction: z.enum(DIRECTIONS).optional(),
  ...paged,
});

const row = {
  id: z.string().describe('What `/admin/texts/{id}` takes'),
  at: instant,
  direction: z.enum(DIRECTIONS),
  number: z.string().describe("The other side's telephone number, masked"),
  staff: z.string().optional().describe('Whose number it is today, where it is one of the staff'),
  staffName: z.string().optional(),
  request: z.string().optional().describe('The request it is about'),
  key: z
    .string()
    .optional()
    .describe("The town's text that it was made from, as far as today's wording shows it"),
  parts: z.number().int().positive().describe('Parts that the carrier bills'),
  state: z
    .enum(['sent', 'gathered', 'held', 'intended', 'unsent', 'capped', 'refused', 'received'])
    .describe(
      'Gathered: went within a summary, which is a text of its own. Held: waits for the quiet hours to end, or for the summary. Intended: the carrier has not taken it yet. Unsent: nobody needed it any more. ' +
        "Capped: beyond the day's most. Refused: the carrier would not take it for a day",
    ),
  body: z.string().describe("The town's words, with everything that people said, names and numbers as `…`"),
};

export const textRow = z.strictObject(row);
export type TextRow = z.infer<typeof textRow>;

export const textsAnswer = z
  .strictObject({
    items: z.array(textRow).describe('The latest first'),
    cursor: z
      .string()
      .optional()
      .describe('Where to go on; absent on the last page. A page may be short and yet not the last'),
  })
  .meta({ id: 'Texts' });
export type TextsAnswer = z.infer<typeof textsAnswer>;

/** One text as it was; viewing it is recorded in the audit trail. */
export const textAnswer = z
  .strictObject({
    ...row,
    number: z.string().describe("The other side's telephone number"),
    body: z.string().describe('As it was sent or received'),
  })
  .meta({ id: 'Text' });
export type TextAnswer = z.infer<typeof textAnswer>;

// --- the bill --------------------------------------------------------------------------------------------------------

/** The kinds of cost of a request. */
export const BILL_LINES = [
  'transitions',
  'invocations',
  'compute',
  'writes',
  'reads',
  'texts-out',
  'texts-in',
] as const;

export const billAnswer = z
  .strictObject({
    lines: z.array(
      z.strictObject({
        what: z.enum(BILL_LINES),
        unit: z.enum(['transitions', 'invocations', 'GB-seconds', 'write units', 'read units', 'parts']),
        count: z.number().nonnegative(),
        price: z
          .number()
          .nonnegative()
          .nullable()
          .describe('Of one unit; null where the town does not say what it pays'),
        amount: z.number().nonnegative().nullable(),
        estimated: z.boolean().describe('By a formula, not counted'),
        how: z.string().describe('How it is counted, in the language that was asked for'),
      }),
    ),
    total: z.number().nonnegative().describe('Of all lines with a price'),
    currency: z.literal('USD'),
    dated: z.string().describe('The month in which the prices were looked up, YYYY-MM'),
    source: z.array(z.url()).describe('Where they stand'),
    complete: z
      .boolean()
      .describe('False where an execution of it is no longer kept, or its history is longer than is read'),
  })
  .meta({ id: 'Bill' });
export type BillAnswer = z.infer<typeof billAnswer>;

export const textsRoute = route({
  method: 'GET',
  path: '/admin/texts',
  summary: 'The log of texts, both ways, with everything personal masked',
  permission: 'texts.read',
  query: textsQuery,
  answers: { 200: textsAnswer },
  problems: [400, 403, 500],
});

export const textRoute = route({
  method: 'GET',
  path: '/admin/texts/{id}',
  summary: 'One text as it was; viewing it is recorded in the audit trail',
  permission: 'people.read',
  answers: { 200: textAnswer },
  problems: REFUSED,
});

export const textsOfRequestRoute = route({
  method: 'GET',
  path: '/admin/requests/{id}/texts',
  summary: 'The texts about one request, both ways, with everything personal masked',
  permission: 'texts.read',
  answers: { 200: textsAnswer },
  problems: [400, ...REFUSED],
});

export const billRoute = route({
  method: 'GET',
  path: '/admin/requests/{id}/bill',
  summary: 'What a request has cost so far, line by line, and what of it is estimated',
  permission: 'executions.read',
  answers: { 200: billAnswer },
  problems: REFUSED,
});
