import * as z from 'zod';
import { COMMON_QUERY } from './words.js';

/** The path says which town is meant. */
export const carriedTextQuery = z.object({ lang: COMMON_QUERY.lang });

/** Each town names the four members in its settings, as its carrier does. */
export const carriedTextBody = z
  .record(z.string(), z.unknown())
  .describe(
    "The id of the carrier's message, the sender's number, the town's number and the words: four strings, named as the town's " +
      'settings say (`sms.carrier.inbound.names`); what stands besides is left alone',
  );

export const takenAnswer = z.strictObject({ id: z.string().describe("The id of the carrier's message") });
