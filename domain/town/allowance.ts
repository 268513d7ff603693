import * as z from 'zod';
import { clockTime } from './field-schemas.js';

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
    endOfWorkingDay: z.strictObject({ cutOff: clockTime }),
  }),
]);
export type Allowance = z.infer<typeof allowanceSchema>;
