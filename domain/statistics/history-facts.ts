import * as z from 'zod';
import { type CauseFacts, causeFactsSchema } from '../causes/cause-facts.js';
import { type RequestFacts, requestFactsSchema } from '../request/facts.js';
import { type VisitFacts, visitFactsSchema } from '../visits/visit-record.js';

/** People who came in person. Only where their matter names a place it has a grid. */
export const receptionFactsSchema = z.object({
  id: z.string(),
  at: z.number(),
  grid: z.number().int().optional(),
  people: z.number().int().nonnegative(),
  /** The town's place where it was, as far as that is known. */
  place: z.string().optional(),
});
export type ReceptionFacts = z.infer<typeof receptionFactsSchema>;

/** The facts of each kind of thing in the history index. */
export interface HistoryFacts {
  readonly request: RequestFacts;
  readonly visit: VisitFacts;
  readonly reception: ReceptionFacts;
  readonly cause: CauseFacts;
}
export type HistoryKind = keyof HistoryFacts;

export const HISTORY_FACTS: { readonly [Kind in HistoryKind]: z.ZodType<HistoryFacts[Kind]> } = {
  request: requestFactsSchema,
  visit: visitFactsSchema,
  reception: receptionFactsSchema,
  cause: causeFactsSchema,
};
