import * as z from 'zod';
import { REFUSED, route } from '../route.js';
import { cardKindSchema } from '../../domain/request/card.js';
import { dayCountsSchema } from '../../domain/daily-close/bulletin.js';
import { ROUND_KINDS } from '../../domain/rounds/round.js';
import {
  type TaskEntry,
  taskEntrySchema,
  taskKindSchema,
  taskResultSchema,
} from '../../domain/task/task-record.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { INSPECTION_METHODS } from '../../domain/town/field-schemas.js';
import { COMMON_QUERY, day, manyNames, nameOfSomething } from '../words.js';

/** Rows of one page. */
const MOST_ROWS = 100;

const instant = z.iso.datetime();
const count = z.number().int().nonnegative();
const paged = {
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  cursor: manyNames.optional().describe('Where the page before ended'),
  ...COMMON_QUERY,
};
const cursor = z.string().optional().describe('Where to go on; absent on the last page');

// --- the recurring systems
// ----------------------------------------------------------------------------------------------

export const roundsQuery = z.object({ kind: z.enum(ROUND_KINDS).optional(), ...paged });

const roundDate = z.string().describe('The local date it is for; YYYY-MM for a month');
const inspectionState = z.enum(['under-way', 'published', 'closed']);

const closeRow = {
  kind: z.literal('daily-close'),
  date: roundDate,
  from: instant,
  to: instant,
  total: dayCountsSchema,
};
const cardsRow = { kind: z.literal('deadline-cards'), date: roundDate, yellow: count, red: count };
const visitsRow = {
  kind: z.literal('visit-round'),
  date: roundDate,
  listed: count.describe('Visits on the lists of all grids'),
  waiting: count.describe('Households that are due and had no room on a list'),
  before: z
    .strictObject({ date: z.iso.date(), listed: count, visited: count })
    .optional()
    .describe('What became of the lists of the week before'),
};
const inspectionRow = {
  kind: z.enum(['weekly-inspection', 'monthly-inspection']),
  date: roundDate,
  state: inspectionState,
  startedAt: instant,
  publishedAt: instant.optional(),
  closedAt: instant.optional(),
  checks: count.describe('Checks and calls'),
  reported: count,
  failed: count.describe('Found something, or left somebody unsatisfied'),
  missed: count,
};

/** One run of a recurring system. */
export const roundRow = z.discriminatedUnion('kind', [
  z.strictObject(closeRow),
  z.strictObject(cardsRow),
  z.strictObject(visitsRow),
  z.strictObject(inspectionRow),
]);
export type RoundRow = z.infer<typeof roundRow>;

export const roundsAnswer = z
  .strictObject({
    items: z.array(roundRow),
    next: z
      .array(z.strictObject({ kind: z.enum(ROUND_KINDS), date: roundDate, at: instant }))
      .describe('When the next of each kind begins by itself'),
    cursor,
  })
  .meta({ id: 'Rounds' });
export type RoundsAnswer = z.infer<typeof roundsAnswer>;

const gridName = { grid: count.describe('0: in no grid'), gridName: bilingualSchema.optional() };
const check = z.strictObject({
  task: z.string(),
  by: z.string(),
  byName: z.string().optional(),
  method: z.enum(INSPECTION_METHODS),
  grid: z.number().int().optional(),
  department: z.string().optional(),
  request: z.string().optional(),
  placeName: bilingualSchema.optional().describe('What the grid or the office is called'),
  result: taskResultSchema.optional().describe('Absent: not reported yet'),
  points: z.array(bilingualSchema).optional().describe('The points of the form that did not hold'),
  rectification: z.string().optional().describe('The task of putting it right'),
  dueAt: instant.optional().describe('Until when it is asked; absent before its turn has come, and after'),
  putRight: z
    .strictObject({
      state: z.enum(['open', 're-check', 'rectified', 'referred']),
      asked: z.string().optional().describe('Who is to put it right, or to look again'),
      askedName: z.string().optional(),
      dueAt: instant.optional(),
      failures: count.describe('How often it was said to be put right and was not'),
    })
    .optional()
    .describe('How far putting right has come'),
});

const progress = z
  .strictObject({
    drawn: count.describe('Calls'),
    called: count.describe('Calls that were made'),
    reached: count.describe('Those in which somebody answered'),
    checks: count.describe('Checks of grids and offices'),
    made: count,
    missed: count,
    findings: count,
    rectified: count,
  })
  .describe('As it stands now, whether the report is published or not');

/** The checklist of a method, point by point. */
const form = z.strictObject({
  method: z.enum(INSPECTION_METHODS),
  name: bilingualSchema,
  points: z.array(bilingualSchema),
});

/** The same with what it reports. */
export const roundAnswer = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...closeRow,
      grids: z.array(
        dayCountsSchema.extend({
          ...gridName,
          late: z.array(z.strictObject({ request: z.string(), dueAt: instant })),
        }),
      ),
    }),
    z.strictObject({
      ...cardsRow,
      cards: z.array(z.strictObject({ request: z.string(), kind: cardKindSchema, due: instant })),
    }),
    z.strictObject({
      ...visitsRow,
      grids: z.array(
        z.strictObject({
          ...gridName,
          waiting: count,
          due: z.array(
            z.strictObject({
              household: z.number().int(),
              class: z.string(),
              dueOn: z.iso.date(),
              lastVisit: z.iso.date().optional(),
              carriedOver: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    z.strictObject({
      ...inspectionRow,
      isAssigned: z
        .boolean()
        .describe('Whether it is settled who checks what; a sample may still be being drawn'),
      progress,
      results: z.array(check),
      forms: z.array(form).describe('Of the methods that are used'),
    }),
  ])
  .meta({ id: 'Round' });
export type RoundAnswer = z.infer<typeof roundAnswer>;

/** Whom one inspector calls, with their numbers. */
export const callSheetAnswer = z
  .strictObject({
    kind: z.enum(ROUND_KINDS),
    date: roundDate,
    by: z.string(),
    byName: z.string().optional(),
    calls: z.array(
      z.strictObject({
        task: z.string(),
        request: z.string(),
        title: bilingualSchema.describe('What it was about'),
        ...gridName,
        name: z.string().optional().describe('Absent, with the number, for whoever may not have them'),
        phone: z.string().optional(),
        result: taskResultSchema.optional(),
      }),
    ),
  })
  .meta({ id: 'CallSheet' });
export type CallSheetAnswer = z.infer<typeof callSheetAnswer>;

/** The answers to the findings of an inspection. */
export const findingsAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        check: z.string().describe('The task that found it'),
        words: z.string().optional().describe('What was found'),
        answer: z.string().optional().describe('What whoever put it right says was done'),
        recheck: z.string().optional().describe('What the latest look again came to, in words'),
      }),
    ),
  })
  .meta({ id: 'Findings' });
export type FindingsAnswer = z.infer<typeof findingsAnswer>;

// --- tasks of the staff
// -------------------------------------------------------------------------------------------------

export const tasksQuery = z.object({
  state: z.enum(['open', 'closed']).default('open'),
  kind: taskKindSchema.optional(),
  grid: z.coerce.number().int().positive().optional(),
  department: nameOfSomething.optional(),
  request: nameOfSomething.optional(),
  of: z.literal('me').optional().describe('Those that whoever calls is asked'),
  from: day
    .optional()
    .describe('Of the closed ones: closed on this local day or later; a year before `to` where not given'),
  to: day
    .optional()
    .describe('Of the closed ones: closed on this local day or earlier; today where not given'),
  ...paged,
});

const row = {
  id: z.string(),
  kind: taskKindSchema,
  title: bilingualSchema.describe("What it is about, in the town's words"),
  grid: z.number().int().optional(),
  department: z.string().optional(),
  request: z.string().optional(),
  round: z
    .string()
    .optional()
    .describe('The inspection it belongs to, for example `monthly-inspection/2026-08`'),
  method: z.enum(INSPECTION_METHODS).optional(),
  asked: z.string().optional().describe('Who is asked now: a member of staff by id'),
  askedName: z.string().optional(),
  createdAt: instant,
  dueAt: instant.optional(),
  closedAt: instant.optional(),
  result: taskResultSchema.optional(),
  silences: count.describe('How often somebody did not answer in time'),
  failures: count.describe('How often a re-check has failed'),
};

export const taskRow = z.strictObject(row);
export type TaskRow = z.infer<typeof taskRow>;

export const tasksAnswer = z
  .strictObject({
    items: z.array(taskRow).describe('Open ones by what is due first, closed ones the latest first'),
    cursor,
  })
  .meta({ id: 'Tasks' });
export type TasksAnswer = z.infer<typeof tasksAnswer>;

/** One task whole. What was said on it is for whoever may see people's words, and viewing it is recorded in the audit trail. */
export const taskAnswer = z
  .strictObject({
    ...row,
    version: z.number().int(),
    responsible: z
      .string()
      .optional()
      .describe('Who is late with what a supervision order is about: a member of staff, or a department'),
    responsibleName: z.string().optional(),
    requests: z
      .array(z.string())
      .optional()
      .describe('Of what comes again at one place: the requests whose cause is looked for'),
    finding: z
      .strictObject({
        points: z.array(bilingualSchema),
        words: z.string().optional(),
        by: z.string(),
        byName: z.string().optional(),
        check: z.string().describe('The task that found it'),
      })
      .optional(),
    by: z.string().optional().describe('Whose answer ended it'),
    byName: z.string().optional(),
    note: z.string().optional(),
    timeline: z.array(
      z.strictObject({
        at: instant,
        type: z.enum(taskEntrySchema.options.flatMap(({ shape }): TaskEntry['type'][] => shape.type.options)),
        by: z.string().optional(),
        byName: z.string().optional(),
        to: z.string().optional(),
        toName: z.string().optional(),
        request: z.string().optional(),
        note: z.string().optional(),
        due: instant.optional(),
      }),
    ),
    execution: z.strictObject({ machine: z.enum(['follow-up', 'staff-task']), name: z.string() }),
  })
  .meta({ id: 'Task' });
export type TaskAnswer = z.infer<typeof taskAnswer>;

// --- the routes: what is of an inspection asks for `inspections.read` besides
// ----------------------------------------------

export const roundsRoute = route({
  method: 'GET',
  path: '/admin/rounds',
  summary: 'Runs of the recurring systems, the latest first',
  permission: 'requests.read',
  query: roundsQuery,
  answers: { 200: roundsAnswer },
  problems: [400, 403, 500],
});

export const roundRoute = route({
  method: 'GET',
  path: '/admin/rounds/{kind}/{date}',
  summary: 'One run with what it reports',
  permission: 'requests.read',
  answers: { 200: roundAnswer },
  problems: REFUSED,
});

export const callSheetRoute = route({
  method: 'GET',
  path: '/admin/rounds/{kind}/{date}/calls/{by}',
  summary: 'Whom an inspector calls; each number that is shown is recorded in the audit trail',
  permission: 'inspections.read',
  answers: { 200: callSheetAnswer },
  problems: REFUSED,
});

export const findingsRoute = route({
  method: 'GET',
  path: '/admin/rounds/{kind}/{date}/findings',
  summary: 'What was said on the findings of an inspection; viewing it is recorded in the audit trail',
  permission: 'inspections.read',
  answers: { 200: findingsAnswer },
  problems: REFUSED,
});

export const tasksRoute = route({
  method: 'GET',
  path: '/admin/tasks',
  summary: 'Follow-ups, checks, calls, rectifications and supervision orders, open or closed',
  permission: 'requests.read',
  query: tasksQuery,
  answers: { 200: tasksAnswer },
  problems: [400, 403, 500],
});

export const taskRoute = route({
  method: 'GET',
  path: '/admin/tasks/{id}',
  summary: 'One task whole; viewing what was said on it is recorded in the audit trail',
  permission: 'requests.read',
  answers: { 200: taskAnswer },
  problems: REFUSED,
});
