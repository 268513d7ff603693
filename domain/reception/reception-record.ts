import * as z from 'zod';

/** People who came in person, once. The words are those of whoever received them. */
export const receptionRecordSchema = z.object({
  town: z.string(),
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  /** Staff id of who received them. */
  by: z.string(),
  people: z.number().int().positive(),
  /** The town's place where it was, as far as that is known. */
  place: z.string().optional(),
  /** The grid of the place that the words name. */
  grid: z.number().int().optional(),
  /** What was settled on the spot. */
  note: z.string().optional(),
  /** The request that it became instead. */
  request: z.string().optional(),
});
export type ReceptionRecord = z.infer<typeof receptionRecordSchema>;
