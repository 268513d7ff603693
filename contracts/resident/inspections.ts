import * as z from 'zod';
import { route } from '../route.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { INSPECTION_METHODS } from '../../domain/town/field-schemas.js';
import { closedAsSchema } from '../../domain/request/timeline.js';
import { figures } from './statistics.js';
import { COMMON_QUERY } from '../words.js';

export const inspectionsQuery = z.object(COMMON_QUERY);

const count = z.number().int().nonnegative();

const counts = {
  checks: count.describe('Checks of grids and offices'),
  passed: count,
  failed: count,
  calls: count.describe('Residents who were to be telephoned'),
  satisfied: count,
  unsatisfied: count,
  notReached: count,
  missed: count.describe('Checks and calls that nobody made in time'),
};

const head = {
  kind: z.enum(['weekly', 'monthly']),
  date: z.string().describe('The local date of a weekly inspection, the month (YYYY-MM) of a monthly one'),
  state: z
    .enum(['under-way', 'published', 'closed'])
    .describe('Closed: all that was found is put right, or its time is over'),
  startedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().optional(),
  closedAt: z.iso.datetime().optional(),
};

/** The latest inspections, each without its places. */
export const inspectionsAnswer = z
  .strictObject({
    town: z.string(),
    inspections: z.array(z.strictObject(head)),
  })
  .meta({ id: 'Inspections' });

const finding = z.strictObject({
  method: z.enum(INSPECTION_METHODS),
  points: z.array(bilingualSchema).describe('The points of the form that did not hold'),
  state: z.enum(['open', 'rectified', 'referred']),
  dueAt: z.iso.datetime().optional().describe('By when it is to be put right, or checked again'),
  failures: count.describe('How often it was said to be put right and was not'),
});
const place = { ...counts, findings: z.array(finding) };

/** The list from which a month's telephone sample is drawn; `docs/sampling.md` says how to draw it again. */
const sample = z.strictObject({
  publishedAt: z.iso.datetime().describe('Before the draw'),
  seed: z.string(),
  atLeast: count.describe('How many are called, where so many can be'),
  from: z.iso.datetime().describe('Requests closed from here'),
  to: z.iso.datetime().describe('and before this'),
  candidates: count,
  fingerprint: z.string().describe('SHA-256 of the list of candidates, in hexadecimal'),
  list: z
    .string()
    .optional()
    .describe('Once the report is published: a line for each candidate, `<grid> <request> <tickets>`'),
  drawn: z.array(z.string()).optional().describe('Once the report is published: the requests called about'),
});

/** The report of an inspection: places in the order of their numbers, never ranked; nobody's name and nobody's words. */
export const inspectionAnswer = z
  .strictObject({
    town: z.string(),
    ...head,
    methods: z.array(
      z.strictObject({
        id: z.enum(INSPECTION_METHODS),
        name: bilingualSchema,
        form: z.array(bilingualSchema).describe('The points that hold or do not'),
      }),
    ),
    sample: sample.optional().describe('Of a monthly inspection'),
    total: z.strictObject({ ...counts, findings: count, rectified: count }),
    grids: z.array(
      z.strictObject({
        grid: z.number().int().describe('0: in no grid'),
        name: bilingualSchema.optional(),
        ...place,
      }),
    ),
    offices: z.array(z.strictObject({ department: z.string(), name: bilingualSchema.optional(), ...place })),
  })
  .meta({ id: 'Inspection' });

/** The pack for a month's inspection of a grid, made of records that exist anyway; no grid is compared with another. */
export const inspectionPackAnswer = z
  .strictObject({
    town: z.string(),
    date: z.string().describe('The month, YYYY-MM'),
    grid: z.number().int(),
    name: bilingualSchema.optional(),
    from: z.iso.datetime().describe('The end of the period before'),
    to: z.iso.datetime(),
    figures: figures.omit({ causesOpened: true, causesWaiting: true, causesCleared: true }),
    open: count.describe('Requests open at the end of the period'),
    overdue: count.describe(
      'of these, without an outcome after their deadline, and not waiting for the resident',
    ),
    visits: count.describe('Visits to households'),
    ledger: z
      .array(
        z.strictObject({
          id: z.string(),
          category: z.string(),
          receivedAt: z.iso.datetime(),
          handledAt: z.iso.datetime().optional().describe('The first outcome'),
          dueAt: z.iso.datetime().optional().describe('By when it had to be'),
          closedAt: z.iso.datetime().optional(),
          closedAs: closedAsSchema.optional(),
          extensions: count,
        }),
      )
      .describe('Requests of public places that were open in the period, oldest first'),
    unlisted: count.describe("Requests that concern somebody's home, health or quarrel: counted, not listed"),
    checks: z
      .strictObject({ made: count, passed: count, failed: count, missed: count })
      .describe('What the weekly inspections of the period came to'),
    effort: z
      .strictObject({
        people: count,
        texts: count.describe('Texts sent to the team, about whatever'),
        asks: count.describe('Questions put to them'),
        minutes: z.number().describe('An estimate: so many minutes a text and a question, as the town says'),
        minutesPerText: z.number(),
        minutesPerAsk: z.number(),
      })
      .describe('How much was asked of the three of the team'),
  })
  .meta({ id: 'InspectionPack' });

// --- what everybody may read of the inspections
// ---------------------------------------------------------------------------------

export const inspectionsRoute = route({
  method: 'GET',
  path: '/inspections',
  summary: 'The latest weekly and monthly inspections',
  query: inspectionsQuery,
  answers: { 200: inspectionsAnswer },
  problems: [404, 500],
});

export const inspectionRoute = route({
  method: 'GET',
  path: '/inspections/{kind}/{date}',
  summary:
    'What an inspection (`weekly` and a date, `monthly` and a month) found in each grid and office, and what of it is put right',
  query: inspectionsQuery,
  answers: { 200: inspectionAnswer },
  problems: [404, 500],
});

export const inspectionPackRoute = route({
  method: 'GET',
  path: '/inspections/monthly/{date}/packs/{grid}',
  summary:
    'What the inspection of a month looks at in a grid, made of what is recorded anyway, with how much was asked of its team',
  query: inspectionsQuery,
  answers: { 200: inspectionPackAnswer },
  problems: [404, 500],
});
