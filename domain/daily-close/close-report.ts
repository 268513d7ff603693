import * as z from 'zod';
import { waitSchema } from '../request/waits-for.js';
import { bulletinSchema, dayCountsSchema, gridDoneSchema } from './bulletin.js';

/**
 * Overdue requests that a grid's part of the report names, most overdue first; the console lists them all. With 77
 * grids the report stays under 60 KB on the worst day.
 */
export const NAMED_OVERDUE = 6;

const overdueSchema = z.object({ request: z.string(), dueAt: z.number(), waits: waitSchema.optional() });

/** The report of the daily close: the bulletin, and further figures for heads and leaders. */
export const closeReportSchema = bulletinSchema.extend({
  /** When the day began and when it was closed, epoch milliseconds; the next one begins where this one ends. */
  from: z.number(),
  to: z.number(),
  grids: z.array(
    dayCountsSchema.extend({
      grid: z.number().int().nonnegative(),
      late: z.array(overdueSchema),
      done: gridDoneSchema,
    }),
  ),
});
export type CloseReport = z.infer<typeof closeReportSchema>;
export type GridDay = CloseReport['grids'][number];
