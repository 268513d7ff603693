import * as z from 'zod';
import type { RequestRecord, TimelineEntry } from './record.js';

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

const KIND_OF: Readonly<Partial<Record<TimelineEntry['type'], CardKind>>> = {
  'yellow-card': 'yellow',
  'red-card': 'red',
};

/** The cards a request was given, as its timeline shows them. */
export const cardsOf = ({ timeline }: Pick<RequestRecord, 'timeline'>): Card[] =>
  timeline.flatMap(({ type, at, due }) => {
    const kind = KIND_OF[type];
    return kind === undefined || due === undefined ? [] : [{ kind, at, due }];
  });
