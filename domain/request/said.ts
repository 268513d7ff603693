import * as z from 'zod';

/**
 * What the words of an answer say of what was asked: read as they come in, so that whoever applies the answer, be it
 * after a crash, need not know how to read.
 */
export const saidSchema = z.object({
  /** Whether somebody is in danger, or it is about the earlier report. */
  yes: z.boolean().optional(),
  village: z.string().optional(),
  group: z.number().int().optional(),
  grid: z.number().int().optional(),
  /** Villages among which the words do not decide, the best first. */
  villages: z.array(z.string()).optional(),
  category: z.string().optional(),
});
export type Said = z.infer<typeof saidSchema>;
