import * as z from 'zod';
import { DANGERS } from './dangers.js';
import { allowanceSchema } from './allowance.js';
import { dialled, id } from './field-schemas.js';
import { bilingualSchema } from '../words/language.js';

/** Somebody outside the ladder to telephone: the gas company's duty room, the next town's, 119. Never texted. */
export const furtherContactSchema = z.strictObject({
  id,
  name: bilingualSchema,
  phone: dialled,
  /** Its use, or how to ask for it. */
  note: bilingualSchema.optional(),
  /** The kinds of danger it helps with; absent: any. */
  dangers: z.array(z.enum(DANGERS)).min(1).optional(),
});
export type FurtherContact = z.infer<typeof furtherContactSchema>;

/** The line that is alarmed when the last rung of an emergency's ladder is silent too. */
export const lastLineSchema = z.strictObject({
  /** How often the last rung is asked in vain before the further contacts are called up. */
  after: z.number().int().positive(),
  /** How often it is asked after that at the same pace; then it is only reminded. */
  askedMore: z.number().int().nonnegative(),
  /** How often it is reminded. */
  remindEvery: allowanceSchema,
  /** For how long, from the report on. */
  remindFor: allowanceSchema,
  /** How often after that. */
  remindLater: allowanceSchema.default({ days: 1 }),
  /** Whom the desk calls, in this order. */
  contacts: z.array(furtherContactSchema).min(1),
});
export type LastLine = z.infer<typeof lastLineSchema>;

export const emergenciesSchema = z.strictObject({
  /** Until when somebody is to be on site, counted from the report. */
  onSiteWithin: allowanceSchema,
  /** The department that looks back on each emergency on the next working day. */
  reviewedBy: id,
  lastLine: lastLineSchema,
});
