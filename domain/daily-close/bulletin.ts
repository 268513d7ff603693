import * as z from 'zod';
import { waitReasonSchema } from '../request/waits-for.js';

const count = z.number().int().nonnegative();

/** How many requests a day saw, from the close of the day before to its own. */
export const dayCountsSchema = z.object({
  /** Came in. */
  reported: count,
  /** Got their first outcome. */
  handled: count,
  /** Ended, however: what was withdrawn or joined to another counts too, so that the sums add up. */
  closed: count,
  /** Were open at the close, and so go on to the next day. */
  carriedOver: count,
  /** Those carried over whose deadline has passed; what waits for its resident is not late. */
  overdue: count,
  /** How many of those carried over wait for what. */
  waiting: z.partialRecord(waitReasonSchema, count),
});
export type DayCounts = z.infer<typeof dayCountsSchema>;

/** Work done of one kind. */
const doneSchema = z.object({ category: z.string(), count });
/** By grid: work done in public places is named; work that concerns somebody's home is only counted. */
export const gridDoneSchema = z.array(doneSchema).optional();

/** The bulletin of a day. Grid 0 stands for requests without a grid; grids without anything are left out. */
export const bulletinSchema = z.object({
  /** The day, a local date. */
  date: z.iso.date(),
  total: dayCountsSchema,
  grids: z.array(dayCountsSchema.extend({ grid: count, done: gridDoneSchema })),
});
export type Bulletin = z.infer<typeof bulletinSchema>;

/** The counts of several places together. */
export function sumOf(days: readonly DayCounts[]): DayCounts {
  const sum = (name: Exclude<keyof DayCounts, 'waiting'>): number =>
    days.reduce((total, day) => total + day[name], 0);
  const waiting: DayCounts['waiting'] = {};
  for (const reason of waitReasonSchema.options) {
    const waits = days.reduce((total, day) => total + (day.waiting[reason] ?? 0), 0);
    if (waits > 0) waiting[reason] = waits;
  }
  return {
    reported: sum('reported'),
    handled: sum('handled'),
    closed: sum('closed'),
    carriedOver: sum('carriedOver'),
    overdue: sum('overdue'),
    waiting,
  };
}
