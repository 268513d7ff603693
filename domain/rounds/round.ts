import * as z from 'zod';

/** The recurring systems of a town. */
export const ROUND_KINDS = [
  'daily-close',
  'deadline-cards',
  'visit-round',
  'weekly-inspection',
  'monthly-inspection',
] as const;

/** One run of a recurring system. What it reports is its own: `bulletinSchema` for the daily close. */
export const roundSchema = z.object({
  town: z.string(),
  kind: z.enum(ROUND_KINDS),
  /** The local date it is for; YYYY-MM for a month. */
  date: z.union([z.iso.date(), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]),
  /** Counts writes, each conditional on it; 0 has never been written. */
  version: z.number().int().nonnegative(),
  report: z.record(z.string(), z.json()),
});
export type Round = z.infer<typeof roundSchema>;
export type RoundKind = Round['kind'];
