import * as z from 'zod';

const count = z.number().int().positive();

/**
 * How long somebody has. `minutes`, `hours` and `days` run round the clock; `workingHours` and `workingDays` run on
 * the town's working calendar; `endOfWorkingDay` ends with today's working day, or with the next one when it begins
 * after `cutOff` (local time, HH:MM).
 */
export const allowanceSchema = z.union([
  z.strictObject({ minutes: count }),
  z.strictObject({ hours: count }),
  z.strictObject({ days: count }),
  z.strictObject({ workingHours: count }),
  z.strictObject({ workingDays: count }),
  z.strictObject({
    endOfWorkingDay: z.strictObject({ cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  }),
]);
export type Allowance = z.infer<typeof allowanceSchema>;
