import * as z from 'zod';
import { ASK_KIND_NAMES, ASK_OPTIONS } from '../../domain/asks/ask-names.js';
import { SHOWINGS } from '../../domain/photos/showing.js';
import { pauseReasonSchema } from '../../domain/request/record.js';
import { timelineTypeSchema } from '../resident/request.js';
import { REFUSED, route } from '../route.js';
import { answeredAnswer } from '../staff/ask.js';
import { aidSum, COMMON_QUERY, nameOfSomething, note } from '../words.js';
import { requestRow } from './board.js';
import { callList, reviewView } from './calls.js';

const instant = z.iso.datetime();

/** The papers that are printed of one request. */
export const PAPERS = ['supervision-order', 'case-file'] as const;
export type RequestPaper = (typeof PAPERS)[number];

export const requestQuery = z.object({
  paper: z
    .enum(PAPERS)
    .optional()
    .describe('Of which paper it is to be a part: that stands in the audit trail'),
  ...COMMON_QUERY,
});

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
  step: z.string().optional().describe('The step of the programme that it asks for, in words'),
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
      says: z.string().optional().describe('What the words are to say, such as why or to whom'),
    }),
  ),
  aid: z.boolean().describe('Whether a sum of aid may be said beside the outcome'),
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
    ...requestRow.shape,
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
    yuan: aidSum.optional().describe("Aid given, in the town's currency"),
  })
  .meta({ id: 'ConsoleAnswer' });
export type ConsoleAnswerBody = z.input<typeof consoleAnswerBody>;

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

export const urgeRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/reminders',
  summary: 'Asks whoever of the staff is asked once more; not again within the time that the town sets',
  permission: 'requests.answer',
  answers: { 200: z.strictObject({ reminded: z.array(z.string()) }).meta({ id: 'Reminded' }) },
  problems: [...REFUSED, 409],
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
