import * as z from 'zod';

/** One visit to a household. The words are those of whoever visited. */
export const visitSchema = z.object({
  town: z.string(),
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  grid: z.number().int(),
  /** Number of the household within the grid. */
  household: z.number().int(),
  /** Staff id of the member of the grid's team. */
  by: z.string(),
  /** How many people were met; 0: nobody was at home, and the household stays due. */
  people: z.number().int().nonnegative(),
  note: z.string().optional(),
  /** The request that a finding became. */
  request: z.string().optional(),
});
export type Visit = z.infer<typeof visitSchema>;

/** A visit as statistics know it: when, where, and how many people were met. */
export const visitFactsSchema = visitSchema.pick({
  id: true,
  at: true,
  grid: true,
  household: true,
  people: true,
});
export type VisitFacts = z.infer<typeof visitFactsSchema>;
