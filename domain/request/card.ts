import * as z from 'zod';
import type { RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';

/** Yellow warns before a deadline, red says that it has passed; each is given once for a deadline. */
export const cardKindSchema = z.enum(['yellow', 'red']);
export type CardKind = z.infer<typeof cardKindSchema>;

export const cardSchema = z.object({
  kind: cardKindSchema,
  at: z.number(),
  /** The deadline it was given for; an extension or a pause makes another one. */
  due: z.number(),
});
export type Card = z.infer<typeof cardSchema>;

/** The cards a request was given, as its timeline shows them. */
export const cardsOf = (record: Pick<RequestRecord, 'timeline'>): Card[] =>
  entriesOf(record, 'yellow-card', 'red-card').map(({ type, at, due }) => ({
    kind: type === 'red-card' ? 'red' : 'yellow',
    at,
    due,
  }));
