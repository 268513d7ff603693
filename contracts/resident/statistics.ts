import * as z from 'zod';
import { route } from '../route.js';
import {
  CAUSES,
  COUNTS,
  DEFINITIONS,
  FIGURES,
  type FigureName,
  HOURS,
  SHARES,
} from '../../domain/statistics/figures.js';
import { DIVISIONS } from '../../domain/statistics/statistics.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { COMMON_QUERY, day } from '../words.js';
import { MOST_YEARS } from '../../domain/words/limits.js';
import { wrong } from '../../domain/words/wrong-values.js';

/** Calendar years that may be divided by month: each month takes as long to count as a whole period. */

/** A period of local dates, both included, and how it is divided. */
export const statisticsQuery = z
  .strictObject({
    from: day,
    to: day,
    by: z.enum(DIVISIONS).default('town'),
    format: z.enum(['json', 'csv']).optional(),
    ...COMMON_QUERY,
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: wrong('ends-before-it-begins'),
  })
  .refine(
    ({ from, to, by }) => by !== 'month' || Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < MOST_YEARS,
    {
      path: ['from'],
      message: wrong('too-many-years'),
    },
  );

function every<Name extends FigureName, Schema extends z.ZodType>(
  names: readonly Name[],
  schema: (name: Name) => Schema,
): Record<Name, Schema> {
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(names.map((name) => [name, schema(name)])) as Record<Name, Schema>;
}

const about = (name: FigureName) => `${DEFINITIONS[name].name.en}. ${DEFINITIONS[name].definition.en}`;
const share = z.strictObject({
  part: z.number().int(),
  of: z.number().int(),
  share: z.number().min(0).max(1).nullable(),
});

const causeCounts = every(CAUSES, (name) => z.number().int().describe(about(name)));

/** The figures of a place in a period. */
export const figures = z.strictObject({
  ...every(COUNTS, (name) => z.number().describe(about(name))),
  ...every(SHARES, (name) => share.describe(about(name))),
  ...every(HOURS, (name) => z.number().nullable().describe(about(name))),
  ...causeCounts,
});

export const statisticsAnswer = z
  .strictObject({
    town: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(DIVISIONS),
    currency: z.string().describe('Of `yuan` and every sum of money, ISO 4217'),
    definitions: z.array(
      z.strictObject({
        figure: z.enum(FIGURES),
        name: bilingualSchema,
        unit: z.enum(['people', 'requests', 'money', 'share', 'hours', 'causes']),
        definition: bilingualSchema,
      }),
    ),
    total: figures,
    places: z.array(
      z.strictObject({
        id: z
          .string()
          .describe('Id of the town or the village, number of the grid, or the month; `none`: in no grid'),
        name: bilingualSchema,
        figures,
      }),
    ),
    causes: z
      .array(
        z.strictObject({
          place: z.string().describe('Id of one of the places'),
          name: bilingualSchema,
          category: z.string().describe('Id; `unlisted`: all categories that do not concern public places'),
          categoryName: bilingualSchema,
          ...causeCounts,
        }),
      )
      .describe('The causes that were looked for, by place and category, where there are any'),
  })
  .meta({ id: 'Statistics' });
export type StatisticsAnswer = z.output<typeof statisticsAnswer>;

export const statisticsRoute = route({
  method: 'GET',
  path: '/statistics',
  summary:
    'The figures of a period with their definitions; as a table with `format=csv` or `Accept: text/csv`',
  query: statisticsQuery,
  answers: { 200: { 'application/json': statisticsAnswer, 'text/csv': 'as it is' } },
  problems: [400, 404, 500],
});
