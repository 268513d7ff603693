import * as z from 'zod';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { LARGEST_PUBLISHED } from '../../domain/photos/limits.js';
import { SHOWINGS } from '../../domain/photos/showing.js';
import { ASK_KIND_NAMES, ASK_OPTIONS } from '../../domain/asks/ask-names.js';
import { ALARMING, FOUND_BY, STANDINGS } from '../../domain/board/standings.js';
import { STEPS } from '../../domain/request/steps.js';
import { pauseReasonSchema, requestRecordSchema, statusSchema } from '../../domain/request/record.js';
import { closedAsSchema } from '../../domain/request/timeline.js';
import { waitReasonSchema } from '../../domain/request/waits-for.js';
import { pathSchema } from '../../domain/town/field-schemas.js';
import { REQUEST_FIGURES } from '../../domain/statistics/figures.js';
import { timelineTypeSchema } from '../resident/request.js';
import { answeredAnswer } from '../staff/ask.js';
import { callList, reviewView } from './calls.js';
import { troubleSchema } from './trouble.js';
import { wrong } from '../../domain/words/wrong-values.js';
import { COMMON_QUERY, day, manyNames, nameOfSomething, note } from '../words.js';

/** Rows of one page of the board. */
const MOST_ROWS = 100;
/** Above what any town allows on one request; a sum is in yuan and fen. */
const MOST_YUAN = 1_000_000;

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

/** What is printed of one request. */
export const PAPERS = ['supervision-order', 'case-file'] as const;
export type RequestPaper = (typeof PAPERS)[number];

export const requestQuery = z.object({
  paper: z
    .enum(PAPERS)
    .optional()
    .describe('Of which paper it is to be a part: that stands in the audit trail'),
  ...COMMON_QUERY,
});

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

const timelineEntry = z.strictObject({
  at: instant,
  type: timelineTypeSchema,
  text: z.string().describe('The entry as a sentence, in the language that was asked for'),
  by: z.string().optional(),
  byName: z.string().optional(),
  to: z.string().optional(),
  toName: z.string().optional(),
  note: z.string().optional().describe("A person's own words; only for whoever may see residents' words"),
  grid: z.number().int().optional().describe('Where it was placed'),
  step: z.string().optional(),
  due: instant.optional(),
  yuan: z.number().optional(),
});

const askView = z.strictObject({
  n: z.number().int(),
  id: z.string().describe('What an answer names'),
  kind: z.enum(ASK_KIND_NAMES),
  to: z.string().describe('`resident`, a member of staff by id, or the number of the first report'),
  toName: z.string().optional(),
  toPhone: z.string().optional().describe('Of an open one, for whoever may see the phones of staff; noted'),
  state: z
    .enum(['open', 'answered', 'over'])
    .describe('`over`: its time ran out, or something else ended it'),
  askedAt: instant,
  due: instant,
  options: z.array(
    z.strictObject({
      option: z.enum(ASK_OPTIONS),
      label: z.string(),
      note: z.enum(['none', 'optional', 'required']),
    }),
  ),
  answer: z
    .strictObject({
      option: z.string(),
      label: z.string().optional(),
      by: z.string(),
      byName: z.string().optional(),
      at: instant,
      note: z.string().optional(),
    })
    .optional(),
  mayAnswer: z.boolean().describe('Whether whoever asks may answer it here'),
});
export type ConsoleAsk = z.infer<typeof askView>;

/** One request as whoever runs the town sees it; the personal half is a call of its own. */
export const consoleRequestAnswer = z
  .strictObject({
    ...row,
    version: z.number().int(),
    townVersion: z.number().int().describe('The version of the town whose programme it keeps'),
    place: z.string().optional().describe('Where it is, as whoever works on it is told'),
    sealed: z.literal(true).optional().describe('A complaint about staff: its papers are for nobody else'),
    complains: z.literal(true).optional().describe('It complains about staff, though others handle it'),
    timeline: z.array(timelineEntry),
    asks: z.array(askView),
    pauses: z.array(z.strictObject({ from: instant, to: instant.optional(), why: pauseReasonSchema })),
    petition: z
      .strictObject({
        kind: z.enum(['letters-and-visits', 'mediation']),
        lodged: z.enum(['letter', 'visit', 'phone', 'online']),
        takeUpBy: instant,
        takenUpAt: instant.optional(),
        notTakenUpAt: instant.optional(),
        parties: z.number().int().optional(),
        sessions: z.array(
          z.strictObject({
            at: instant,
            by: z.string(),
            byName: z.string().optional(),
            result: z.enum(['agreed', 'not-agreed', 'adjourned']),
          }),
        ),
        settledAt: instant.optional(),
        settlement: z.string().optional(),
      })
      .optional(),
    coordination: z
      .strictObject({
        programme: z.string(),
        round: z.number().int(),
        stages: z.array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            state: z.enum(['done', 'open', 'waiting']),
            steps: z.array(z.strictObject({ id: z.string(), name: z.string(), done: z.boolean() })),
          }),
        ),
        refused: z
          .strictObject({ by: z.string(), byName: z.string().optional(), reason: z.string().optional() })
          .optional(),
      })
      .optional(),
    outcome: z
      .strictObject({ as: z.enum(['done', 'refused', 'referred']), reason: z.string().optional() })
      .optional(),
    yuan: z.number().optional(),
    photos: z
      .array(
        z.strictObject({
          id: z.string(),
          at: instant,
          by: z.string().optional(),
          byName: z.string().optional(),
        }),
      )
      .optional()
      .describe('Of its resident, and of whoever did the work; only for whoever may see what people said'),
    publishing: z
      .strictObject({
        showing: z.enum(SHOWINGS),
        may: z.boolean().describe('Whether whoever asks may publish them now, or take them off'),
        agreedAt: instant.optional(),
        agreedByName: z
          .string()
          .optional()
          .describe('Who asked its resident; absent: they said so themselves'),
        publishedAt: instant.optional(),
        publishedByName: z.string().optional(),
      })
      .optional()
      .describe(
        'How far it is with showing photos of it on the daily board; absent where that is out of the question',
      ),
    duplicateOf: z.string().optional(),
    joinedTo: z.string().optional(),
    causes: z.array(z.string()).optional().describe('Tasks of finding out why it came again'),
    followUps: z.array(z.iso.date()).optional(),
    callList: callList.optional().describe('Of an emergency that nobody has come to yet'),
    review: reviewView.optional().describe('Of an emergency'),
    executions: z.array(
      z.strictObject({ machine: z.string(), name: z.string(), status: z.string().optional() }),
    ),
  })
  .meta({ id: 'ConsoleRequest' });
export type ConsoleRequest = z.infer<typeof consoleRequestAnswer>;

/** The personal half of a request; viewing it is recorded in the audit trail. */
export const personAnswer = z
  .strictObject({
    name: z.string().optional(),
    phone: z.string(),
    filedBy: z.strictObject({ name: z.string().optional(), phone: z.string() }).optional(),
    description: z.string(),
    location: z.strictObject({ lat: z.number(), lng: z.number() }).optional(),
    nameWithheld: z.literal(true).optional().describe('They asked not to be named to whoever handles it'),
    application: z
      .array(z.strictObject({ label: z.string(), value: z.string() }))
      .optional()
      .describe('The form of the programme as it was filled in'),
    exception: z
      .strictObject({ unmet: z.array(z.string()), reason: z.string() })
      .optional()
      .describe('Why it was handed in though it does not meet the conditions'),
  })
  .meta({ id: 'Person' });
export type PersonAnswer = z.infer<typeof personAnswer>;

export const consoleAnswerBody = z
  .strictObject({
    ask: nameOfSomething.min(1).describe('The id of the ask'),
    option: z.enum(ASK_OPTIONS),
    note: note.optional(),
    yuan: z.number().positive().max(MOST_YUAN).multipleOf(0.01).optional().describe('Aid given'),
  })
  .meta({ id: 'ConsoleAnswer' });
export type ConsoleAnswerBody = z.input<typeof consoleAnswerBody>;

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

export const requestRoute = route({
  method: 'GET',
  path: '/admin/requests/{id}',
  summary: 'One request whole: timeline, asks, petition, programme, executions; the personal half aside',
  permission: 'requests.read',
  query: requestQuery,
  answers: { 200: consoleRequestAnswer },
  problems: [400, ...REFUSED],
});

export const personRoute = route({
  method: 'GET',
  path: '/admin/requests/{id}/person',
  summary: 'Who a request is about and what they said; viewing it is recorded in the audit trail',
  permission: 'requests.read',
  answers: { 200: personAnswer },
  problems: REFUSED,
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

export const urgeRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/reminders',
  summary: 'Asks whoever of the staff is asked once more; not again within the time that the town sets',
  permission: 'requests.answer',
  answers: { 200: z.strictObject({ reminded: z.array(z.string()) }).meta({ id: 'Reminded' }) },
  problems: [...REFUSED, 409],
});

export const requestPhotoRoute = route({
  method: 'GET',
  path: '/admin/requests/{id}/photos/{photo}',
  summary: 'A photo of a request; viewing it is recorded in the audit trail',
  permission: 'requests.read',
  answers: { 200: { 'image/jpeg': 'as it is' } },
  problems: REFUSED,
});

/** Characters of a picture in base64. */
const LONGEST_COPY = Math.ceil(LARGEST_PUBLISHED / 3) * 4;
const copy = z.string().max(LONGEST_COPY);

export const publishPhotosBody = z
  .strictObject({
    before: copy.optional().describe("A small JPEG of one of its resident's photos, in base64"),
    after: copy.describe('A small JPEG of one of the work, in base64'),
    nobodySeen: z
      .literal(true)
      .describe('Whoever publishes looked that no face, number plate, house number or paper can be made out'),
    agreedByTelephone: z
      .literal(true)
      .optional()
      .describe('Its resident was asked and agreed; not needed where they said so on their page'),
  })
  .meta({ id: 'PhotosToPublish' });

export const publishPhotosRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/published-photos',
  summary:
    'Puts copies of photos on the daily board, once the work is done and its resident agreed; for the duty desk and whoever owns the request',
  permission: 'requests.read',
  body: publishPhotosBody,
  answers: { 201: z.strictObject({}).meta({ id: 'PhotosPublished' }) },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});

export const takeOffPhotosRoute = route({
  method: 'DELETE',
  path: '/admin/requests/{id}/published-photos',
  summary: 'Takes them off the daily board again',
  permission: 'requests.read',
  answers: { 200: z.strictObject({}).meta({ id: 'PhotosTakenOff' }) },
  problems: REFUSED,
});

export const answerAsDeskRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/answers',
  summary: 'The answer to what the duty desk, or whoever signed in, is asked; the same as by text',
  permission: 'requests.answer',
  body: consoleAnswerBody,
  answers: { 202: answeredAnswer },
  problems: [400, ...REFUSED, 409, 413, 415, 422],
});
