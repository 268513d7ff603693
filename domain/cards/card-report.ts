import * as z from 'zod';
import { localDate } from '../calendar/local-time.js';
import type { RequestFacts } from '../request/facts.js';
import type { TownSettings } from '../town/schema.js';
import { type Card, cardKindSchema } from '../request/card.js';

/** The report of a day's cards. */
export const cardReportSchema = z.object({
  yellow: z.number().int(),
  red: z.number().int(),
  cards: z.array(z.object({ request: z.string(), kind: cardKindSchema, due: z.number() })),
});
export type CardReport = z.infer<typeof cardReportSchema>;

/** The cards that were given on a day, from the facts of all requests. */
export function cardReport(
  requests: readonly RequestFacts[],
  { timeZone }: Pick<TownSettings, 'timeZone'>,
  date: string,
): CardReport {
  const isOfDay = ({ at }: Card): boolean => localDate(at, timeZone) === date;
  const cards = requests.flatMap(({ id, cards: given = [] }) =>
    given.filter(isOfDay).map(({ kind, due }) => ({ request: id, kind, due })),
  );
  const count = (wanted: Card['kind']): number => cards.filter(({ kind }) => kind === wanted).length;
  return { yellow: count('yellow'), red: count('red'), cards };
}
