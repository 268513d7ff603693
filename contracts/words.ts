import * as z from 'zod';
import { LONGEST_FIELD, LONGEST_ID, LONGEST_NOTE } from '../domain/words/limits.js';
import { wrong } from '../domain/words/wrong-values.js';

/** An id, a number, a key, a signature. Longer than all there are, it names nothing. */
export const nameOfSomething = z.string().max(LONGEST_ID);

/** A phone number as people write it. */
export const phone = nameOfSomething.trim().min(1);

const LONGEST_CODE = 40;
/** A code that was texted. */
export const code = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_CODE)
  .describe('As it was texted; spaces do not matter');
export const codePlace = z
  .string()
  .regex(/^[\w-]{22}$/)
  .describe('Where the code was asked for, as the answer said: it holds for that place alone');

/** The parameters of every query: the town and the language. */
export const COMMON_QUERY = { town: nameOfSomething.optional(), lang: nameOfSomething.optional() };

/** As much of a town as a page needs to write moments and sums as its texts do. An answer that a page kept from before it was said lacks it. */
export const townManner = z
  .strictObject({
    timeZone: z.string(),
    currency: z.string().describe('Of every sum of money, ISO 4217'),
  })
  .optional()
  .describe('How the town writes moments and sums of money');

/** Above what any town allows on one request. */
const MOST_AID = 1_000_000;
/** Aid given, in the town's currency, to the hundredth. */
export const aidSum = z.number().positive().max(MOST_AID).multipleOf(0.01);

/** Several of them, separated by commas, or where a page ended. */
export const manyNames = z.string().max(LONGEST_FIELD);

/** A comment in somebody's own words. */
export const note = z.string().trim().max(LONGEST_NOTE);

/** A day that a town's calendar can reckon with: around the years 1 and 9999 there is no local time. */
export const day = z.iso.date().refine((date) => date >= '2000' && date < '2100', wrong('year-out-of-reach'));
