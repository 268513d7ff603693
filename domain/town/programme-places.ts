import * as z from 'zod';
import { allowanceSchema } from './allowance.js';
import { id } from './field-schemas.js';

/** A condition on a form field. */
export const fieldRuleSchema = z.strictObject({
  field: id,
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  oneOf: z.array(z.string()).optional(),
  is: z.boolean().optional(),
});
export type FieldRule = z.infer<typeof fieldRuleSchema>;

/**
 * More places than a town gives out a year; all of them, and who waits, are one item of the table, whose limit is 400
 * KB.
 */
const MOST_PLACES = 1000;
/** AWS ends an execution after a year: the wait and the rest of the programme must fit into it. */
const LONGEST_WAIT = 200;

/** The fixed places of a programme, and how they are given out. */
export const programmePlacesSchema = z.strictObject({
  /** The stage that nobody enters without a place. */
  stage: id,
  count: z.number().int().positive().max(MOST_PLACES),
  /** Places given in one calendar year or month count together; `total`: all that were ever given. */
  per: z.enum(['year', 'month', 'total']),
  /** Points of need, by every rule that the form meets. More come first; equal ones in order of arrival. */
  need: z.array(fieldRuleSchema.extend({ points: z.number().int().positive() })).default([]),
  /** Positions at which whoever waits is told where they stand, besides the first. */
  tellAt: z.array(z.number().int().positive()).default([]),
  /** How often whoever waits is told that they still do. */
  reviewEvery: allowanceSchema,
  /** How long anybody waits before the duty desk is asked what to do. */
  waitWithin: z.strictObject({ days: z.number().int().positive().max(LONGEST_WAIT) }),
});
export type ProgrammePlaces = z.infer<typeof programmePlacesSchema>;
