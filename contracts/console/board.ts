import * as z from 'zod';
import { ALARMING, FOUND_BY, STANDINGS } from '../../domain/board/standings.js';
import { requestRecordSchema, statusSchema } from '../../domain/request/record.js';
import { STEPS } from '../../domain/request/steps.js';
import { closedAsSchema } from '../../domain/request/timeline.js';
import { waitReasonSchema } from '../../domain/request/waits-for.js';
import { REQUEST_FIGURES } from '../../domain/statistics/figures.js';
import { pathSchema } from '../../domain/town/field-schemas.js';
import { wrong } from '../../domain/words/wrong-values.js';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { COMMON_QUERY, day, manyNames, nameOfSomething, note } from '../words.js';
import { troubleSchema } from './trouble.js';

/** Rows of one page of the board. */
const MOST_ROWS = 100;

const instant = z.iso.datetime();
/** A member of staff by id; the name beside it is of today. */
const staffId = z.string();

/** By which of the requests are looked at; also what an export takes. */
const FILTERS = {
  state: z.enum(['open', 'closed']).default('open'),
  grid: z.coerce.number().int().positive().optional(),
  village: nameOfSomething.optional(),
  path: pathSchema.optional(),
  category: nameOfSomething.optional(),
  status: statusSchema.optional(),
  department: nameOfSomething
    .optional()
    .describe('Whose work it is: passed on to it, or its by category or programme'),
  complaints: z
    .literal('yes')
    .optional()
    .describe('Complaints about staff, and nothing else: for who may read them'),
  due: z
    .enum(['overdue', 'today', 'soon'])
    .optional()
    .describe(
      'Of the open ones: overdue, due later today, or due by the end of the next working day; none whose clock stands still',
    ),
  standing: z
    .enum(['danger', 'stuck', 'unplaced', 'waiting', 'asked'])
    .optional()
    .describe(
      'Of the open ones: emergencies that are not over, those that are stuck, not placed, wait for the resident, or ask whoever calls',
    ),
  from: day
    .optional()
    .describe('Of the closed ones: closed on this local day or later; a year before `to` where not given'),
  to: day
    .optional()
    .describe('Of the closed ones: closed on this local day or earlier; today where not given'),
};

/** The requests behind a figure of the statistics, from `from` to `to`. */
const COUNTED = {
  counted: z
    .enum(REQUEST_FIGURES)
    .optional()
    .describe(
      'The requests that this figure of the statistics counts in the period, open or closed, of `village` or `grid` as the statistics divide them (`none`: in no grid of today); other filters do not count',
    ),
  part: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Of a share: those that are of its part, or those that are not'),
};

export const boardQuery = z.object({
  ...FILTERS,
  ...COUNTED,
  order: z
    .enum(['due', 'newest'])
    .default('due')
    .describe(
      'Open ones by what is due first, or the newest first; closed ones are always the latest closed first',
    ),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  cursor: manyNames.optional().describe('Where the page before ended'),
  ...COMMON_QUERY,
});
export const exportQuery = z.object({ ...FILTERS, ...COMMON_QUERY });

/** A period of local days, both included. */
export const recordsQuery = z
  .object({ from: day, to: day, ...COMMON_QUERY })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: wrong('ends-before-it-begins') });

const row = {
  id: z.string(),
  status: statusSchema,
  step: z.enum(STEPS).describe('In which of the four steps it is'),
  closedAs: closedAsSchema.optional(),
  path: pathSchema,
  category: z.string(),
  channel: requestRecordSchema.shape.channel,
  grid: z.number().int().optional(),
  village: z.string().optional(),
  owner: staffId.optional(),
  ownerName: z.string().optional(),
  handler: staffId.optional(),
  handlerName: z.string().optional(),
  waitsFor: waitReasonSchema.optional().describe('What an open one waits for'),
  unplaced: z.literal(true).optional().describe('Nobody has said yet where it belongs; these come first'),
  unanswered: z.literal(true).optional().describe('An emergency to which nobody of the whole ladder came'),
  trouble: troubleSchema
    .optional()
    .describe(
      'An open one whose workflow does not get on: the duty desk is asked about it, or it stands still',
    ),
  createdAt: instant,
  dueAt: instant.optional(),
  pausedSince: instant.optional(),
  closedAt: instant.optional(),
  silences: z.number().int(),
  extensions: z.number().int(),
  transfers: z.number().int(),
};

export const requestRow = z.strictObject(row);
export type RequestRow = z.infer<typeof requestRow>;

export const boardAnswer = z
  .strictObject({
    items: z.array(requestRow),
    cursor: z
      .string()
      .optional()
      .describe('Where to go on; absent on the last page. A page may be short and yet not the last'),
    counted: z
      .strictObject({
        requests: z.number().int(),
        part: z.number().int(),
        of: z.number().int(),
      })
      .optional()
      .describe(
        'Behind a figure: how many requests these are, and how often they count in it; a request with two verdicts counts twice in a share of verdicts',
      ),
  })
  .meta({ id: 'Board' });
export type BoardAnswer = z.infer<typeof boardAnswer>;

/** A member of each name, all of one kind. */
const mapped = <Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) =>
  Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;

/** How many open requests stand how, and for which of them whoever calls is needed. */
export const standingAnswer = z
  .strictObject({
    counts: z.strictObject(mapped(STANDINGS, z.number().int())),
    alarms: z
      .array(
        z.strictObject({
          id: z.string(),
          why: z.enum(ALARMING).describe('The gravest reason'),
          what: z.string().describe('Its category, in the language that was asked for'),
          where: z.string().optional(),
          createdAt: instant,
        }),
      )
      .describe('Each request once, the gravest and then the newest first'),
  })
  .meta({ id: 'Standing' });
export type StandingAnswer = z.infer<typeof standingAnswer>;

export const searchBody = z
  .strictObject({
    words: note.min(1).describe('Parts of a number, of words, of a name or a phone, of a place'),
    state: FILTERS.state,
  })
  .meta({ id: 'RequestSearch' });

export const searchAnswer = z
  .strictObject({
    items: z.array(z.strictObject({ ...row, foundBy: z.array(z.enum(FOUND_BY)) })),
    isAll: z.boolean().describe('Whether everything was looked through'),
  })
  .meta({ id: 'RequestsFound' });

export const boardRoute = route({
  method: 'GET',
  path: '/admin/requests',
  summary: 'The board: requests by a filter, open or closed, a page at a time',
  permission: 'requests.read',
  query: boardQuery,
  answers: { 200: boardAnswer },
  problems: [400, ...REFUSED],
});

export const exportRequestsRoute = route({
  method: 'GET',
  path: '/admin/requests/export',
  summary: 'The same as a table, with who they are about: masked, unless the role allows more',
  permission: 'requests.export',
  query: exportQuery,
  answers: { 200: { 'text/csv': 'as it is' } },
  problems: [400, ...REFUSED],
});

export const exportRecordsRoute = route({
  method: 'GET',
  path: '/admin/records/{kind}',
  summary:
    'What happened in a period, a row each: `requests`, `visits`, `receptions`, `verdicts` or `causes`; from the five the figures of the period can be computed again',
  permission: 'requests.export',
  query: recordsQuery,
  answers: { 200: { 'text/csv': 'as it is' } },
  problems: [400, ...REFUSED],
});

export const standingQuery = z.strictObject({
  ...COMMON_QUERY,
  fresh: z
    .literal('yes')
    .optional()
    .describe('As it is at this moment; else as it was some ten seconds ago at most'),
});

export const standingRoute = route({
  method: 'GET',
  path: '/admin/requests/standing',
  summary:
    'How many open requests are in danger, stuck, not placed, late; and for which whoever calls is needed',
  permission: 'requests.read',
  query: standingQuery,
  answers: { 200: standingAnswer },
  problems: REFUSED,
});

export const searchRoute = route({
  method: 'POST',
  path: '/admin/requests/search',
  summary:
    'Requests by number, words, people and places; by people and words only for whoever may see them, which is recorded in the audit trail',
  permission: 'requests.read',
  body: searchBody,
  answers: { 200: searchAnswer },
  problems: [...UNREADABLE, ...REFUSED, 422],
});
