import * as z from 'zod';
import { route } from '../route.js';
import { COMMON_QUERY } from '../words.js';

/** The path says which town is meant. */
export const carriedTextQuery = z.object({ lang: COMMON_QUERY.lang });

/** Each town names the four members in its settings, as its carrier does. */
export const carriedTextBody = z
  .record(z.string(), z.unknown())
  .describe(
    "The id of the carrier's message, the sender's number, the town's number and the words: four strings, named as the town's " +
      'settings say (`sms.carrier.inbound.names`); what stands besides is left alone',
  )
  .meta({ id: 'CarriedText' });

export const takenAnswer = z
  .strictObject({ id: z.string().describe("The id of the carrier's message") })
  .meta({ id: 'TextTaken' });

/** Where a town's own carrier hands over what people text. */
export const carriedTextRoute = route({
  method: 'POST',
  path: '/carrier/{secretPath}',
  summary:
    "A text that the town's own carrier hands over. Taken means stored; the same message again is taken once and answered alike.",
  query: carriedTextQuery,
  body: { 'application/json': carriedTextBody, 'application/x-www-form-urlencoded': carriedTextBody },
  answers: { 202: takenAnswer },
  problems: [400, 403, 404, 413, 415, 422, 500],
});
