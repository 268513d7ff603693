import * as z from 'zod';
import { REFUSED, route } from '../route.js';
import { LATENESS } from '../../domain/request/running-deadline.js';
import { ASK_KIND_NAMES } from '../../domain/asks/ask-names.js';
import { COMMON_QUERY, day, manyNames, nameOfSomething } from '../words.js';
import { troubleSchema } from './trouble.js';

const moment = z.iso.datetime();

/** AWS's own names of how an execution stands. */
export const EXECUTION_STATUSES = [
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'ABORTED',
  'PENDING_REDRIVE',
] as const;
export const executionStatusSchema = z.enum(EXECUTION_STATUSES);
export type ExecutionStatus = z.infer<typeof executionStatusSchema>;

/** The state machines of the deployment, by the names of their definitions. */
export const machinesAnswer = z
  .strictObject({
    items: z.array(z.strictObject({ machine: z.string(), arn: z.string() })),
  })
  .meta({ id: 'Machines' });
export type MachineList = z.infer<typeof machinesAnswer>;

export const executionRowSchema = z.strictObject({
  machine: z.string().describe('The name of its definition, e.g. resident-request'),
  name: z.string(),
  status: executionStatusSchema,
  startedAt: moment,
  stoppedAt: moment.optional(),
  redrives: z.number().int(),
  standing: z
    .strictObject({ state: z.string().describe('By the name in its definition'), since: moment })
    .optional()
    .describe(
      'The state it is in, or ended in before its work was done; absent where its latest events do not tell',
    ),
  trouble: troubleSchema.optional().describe('Why it does not get on; absent where it does'),
  goesOnIn: z.string().optional().describe('The later execution in which its work goes on'),
  request: z.string().optional().describe('The request that it works on'),
  isEmergency: z.boolean().optional().describe('Whether that is an emergency'),
  category: z.string().optional(),
  grid: z.number().int().optional(),
  village: z.string().optional(),
});
export type ExecutionRow = z.infer<typeof executionRowSchema>;

export const executionsAnswer = z
  .strictObject({
    items: z.array(executionRowSchema),
    cursor: z.string().optional().describe('Where the next page begins; absent on the last'),
  })
  .meta({ id: 'Executions' });
export type ExecutionList = z.infer<typeof executionsAnswer>;

export const executionAnswer = executionRowSchema
  .omit({ standing: true, trouble: true, goesOnIn: true })
  .extend({
    asks: z
      .array(
        z.strictObject({
          kind: z.enum(ASK_KIND_NAMES),
          to: z.string().describe('`resident`, `nobody`, or a member of staff by id'),
          toName: z.string().optional(),
          askedAt: moment,
          due: moment,
        }),
      )
      .optional()
      .describe('Who is asked now, and until when'),
    arn: z.string(),
    input: z.string().describe('JSON; ids only'),
    output: z.string().optional(),
    error: z.string().optional(),
    cause: z.string().optional(),
    definition: z.string().describe('Amazon States Language, as this execution runs it'),
    isRedrivable: z
      .boolean()
      .describe(
        'Not once its work goes on in a later execution, nor where only a retry begins its coordination again',
      ),
    isRetriable: z.boolean(),
    whyNotRetriable: z
      .string()
      .optional()
      .describe('In words, where it ended unfinished and cannot be retried'),
    retryOf: z.string().optional().describe('The execution whose work this one began again'),
    retriedAs: z.string().optional().describe('The later execution in which its work goes on'),
    redriveStatusReason: z.string().optional(),
    awsConsoleUrl: z
      .string()
      .optional()
      .describe("The same execution in AWS's console; absent on a local run"),
  })
  .meta({ id: 'Execution' });
export type ExecutionView = z.infer<typeof executionAnswer>;

/** A history event as AWS gives it. */
export const historyEventSchema = z.looseObject({
  id: z.number().int(),
  previousEventId: z.number().int().optional(),
  type: z.string(),
  timestamp: moment,
  stateEnteredEventDetails: z.looseObject({ name: z.string(), input: z.string().optional() }).optional(),
  stateExitedEventDetails: z.looseObject({ name: z.string(), output: z.string().optional() }).optional(),
  taskFailedEventDetails: z.looseObject({ error: z.string().optional() }).optional(),
});
export type HistoryEvent = z.infer<typeof historyEventSchema>;

export const historyAnswer = z
  .strictObject({
    events: z.array(historyEventSchema),
    cursor: z.string().optional(),
  })
  .meta({ id: 'ExecutionHistory' });
export type HistoryPage = z.infer<typeof historyAnswer>;

/** Why an execution is stopped: kept in its history. */
export const stopBody = z
  .strictObject({ cause: z.string().max(200).optional() })
  .meta({ id: 'StopExecution' });

/** Rows of one page. */
const MOST_ROWS = 50;

export const executionsQuery = z.object({
  machine: nameOfSomething
    .optional()
    .describe('The name of its definition, e.g. resident-request; all of them where not given'),
  status: executionStatusSchema.optional(),
  trouble: z.literal('yes').optional().describe('Only what does not get on by itself'),
  from: day.optional().describe('Begun on this local day or later'),
  to: day.optional().describe('Begun on this local day or earlier'),
  category: nameOfSomething.optional(),
  village: nameOfSomething.optional(),
  grid: z.coerce.number().int().positive().optional(),
  state: nameOfSomething
    .optional()
    .describe('The state of `resident-request` in which a request waits, by the name in its definition'),
  text: nameOfSomething
    .optional()
    .describe('Part of its name, that is of the number of its request, or of what is said of its error'),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(25),
  cursor: manyNames.optional(),
  ...COMMON_QUERY,
});
export const historyQuery = z.object({
  cursor: manyNames.optional(),
  reverse: z.stringbool().default(false).describe('The latest event first'),
  ...COMMON_QUERY,
});

export const actedAnswer = z
  .strictObject({ machine: z.string(), name: z.string() })
  .meta({ id: 'ExecutionActed' });

export const executionsRoute = route({
  method: 'GET',
  path: '/admin/executions',
  summary:
    "The town's executions of one state machine or of all, the latest first, a page at a time. A page may be short and yet not the last",
  permission: 'executions.read',
  query: executionsQuery,
  answers: { 200: executionsAnswer },
  problems: [400, ...REFUSED],
});

export const machinesRoute = route({
  method: 'GET',
  path: '/admin/executions/machines',
  summary: 'The state machines there are',
  permission: 'executions.read',
  answers: { 200: machinesAnswer },
  problems: REFUSED,
});

const counts = Object.fromEntries(LATENESS.map((lateness) => [lateness, z.number().int()])) as Record<
  (typeof LATENESS)[number],
  z.ZodInt
>;

/** Where the open requests of a town wait. */
export const waitingAnswer = z
  .strictObject({
    machine: z.string(),
    definition: z.string().describe('Amazon States Language, as it now is'),
    states: z.array(
      z
        .strictObject({ state: z.string(), ...counts })
        .describe('How many wait there by how late they are; `still`: nothing can be late'),
    ),
  })
  .meta({ id: 'Waiting' });
export type WaitingView = z.infer<typeof waitingAnswer>;

export const waitingRoute = route({
  method: 'GET',
  path: '/admin/executions/waiting',
  summary: 'Where all open requests wait, on the states of their workflow, and how late they are',
  permission: 'executions.read',
  answers: { 200: waitingAnswer },
  problems: REFUSED,
});

export const executionRoute = route({
  method: 'GET',
  path: '/admin/executions/{machine}/{name}',
  summary: 'One execution: how it stands, what went in and came out, the definition it runs',
  permission: 'executions.read',
  answers: { 200: executionAnswer },
  problems: REFUSED,
});

export const historyRoute = route({
  method: 'GET',
  path: '/admin/executions/{machine}/{name}/history',
  summary: 'Its events as AWS gives them, a page at a time',
  permission: 'executions.read',
  query: historyQuery,
  answers: { 200: historyAnswer },
  problems: [400, ...REFUSED],
});

export const redriveRoute = route({
  method: 'POST',
  path: '/admin/executions/{machine}/{name}/redrive',
  summary: 'Goes on from where it failed; this is recorded in the audit trail',
  permission: 'executions.act',
  answers: { 202: actedAnswer },
  problems: [...REFUSED, 409],
});

export const retryRoute = route({
  method: 'POST',
  path: '/admin/executions/{machine}/{name}/retry',
  summary:
    'Begins its work again, as a new execution with the same input; answers its name. This is recorded in the audit trail',
  permission: 'executions.act',
  answers: { 202: actedAnswer },
  problems: [...REFUSED, 409],
});

export const stopRoute = route({
  method: 'POST',
  path: '/admin/executions/{machine}/{name}/stop',
  summary: 'Stops it; this is recorded in the audit trail',
  permission: 'executions.act',
  body: stopBody,
  answers: { 202: actedAnswer },
  problems: [400, ...REFUSED, 409, 413, 415, 422],
});
