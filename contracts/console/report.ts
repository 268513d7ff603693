import * as z from 'zod';
import { closedAsSchema } from '../../domain/request/timeline.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { figures, statisticsAnswer } from '../resident/statistics.js';
import { REFUSED, route } from '../route.js';

const instant = z.iso.datetime();
const count = z.number().int().nonnegative();
const met = z.strictObject({ times: count, people: count });
const { places, causes } = statisticsAnswer.shape;

const request = {
  id: z.string(),
  category: bilingualSchema,
  place: bilingualSchema.optional().describe('Its village'),
  grid: z.number().int().optional(),
};

/** The month of a town as figures; what they mean is said with the statistics. */
export const monthlyReportAnswer = z
  .strictObject({
    month: z.string().describe('YYYY-MM'),
    from: z.iso.date(),
    to: z.iso.date().describe('The last day that is counted: of a month that is not over, today'),
    isOver: z.boolean(),
    total: figures,
    before: figures.describe('Of the month before, whole'),
    villages: places,
    grids: places,
    causes: causes.describe('By village and category'),
    visits: met.describe('How often, and how many people were met'),
    receptions: met.describe('How often, and how many people came'),
    emergencies: z
      .array(
        z.strictObject({
          ...request,
          createdAt: instant,
          takenAt: instant.optional().describe('When somebody took it up'),
          closedAt: instant.optional(),
          closedAs: closedAsSchema.optional(),
        }),
      )
      .describe('Those that were reported in the month'),
    late: z
      .array(
        z.strictObject({
          ...request,
          ownerName: z.string().optional(),
          due: instant.describe('The deadline that passed in the month'),
          handledAt: instant.optional().describe('When an outcome was recorded after it'),
        }),
      )
      .describe('Those that the on-time rate counts as late'),
  })
  .meta({ id: 'MonthlyReport' });
export type MonthlyReport = z.output<typeof monthlyReportAnswer>;

export const monthlyReportRoute = route({
  method: 'GET',
  path: '/admin/reports/{month}',
  summary: 'The monthly report: the figures of a month and of the one before, emergencies, what was late',
  permission: 'statistics.read',
  answers: { 200: monthlyReportAnswer },
  problems: REFUSED,
});
