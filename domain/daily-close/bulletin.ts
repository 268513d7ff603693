import * as z from 'zod';

const count = z.number().int().nonnegative();

/** How many requests a day saw: came in, got an outcome, were closed, and were carried over to the next day. */
export const dayCountsSchema = z.object({
  reported: count,
  handled: count,
  closed: count,
  carriedOver: count,
});
export type DayCounts = z.infer<typeof dayCountsSchema>;

/** What the daily close publishes of a day. Grid 0 is what no grid was found for. */
export const bulletinSchema = z.object({
  /** The day, a local date. */
  date: z.iso.date(),
  total: dayCountsSchema,
  grids: z.array(dayCountsSchema.extend({ grid: count })),
});
export type Bulletin = z.infer<typeof bulletinSchema>;
