import type { Services } from '../../adapters/services.js';
import type { RequestFacts } from '../../domain/request/facts.js';
import type { Town } from '../../domain/town/schema.js';

const DAY = 86_400_000;

export interface OpenSince {
  /** Epoch milliseconds. */
  readonly since: number;
  /** When the step began; what is closed while it is retried is found too. */
  readonly at: number;
  /** Only those that have this fact: follow-ups that nobody has begun yet, an emergency to be looked back on. */
  readonly having?: 'followUps' | 'toReview';
}

/** The facts of every request open at some moment since: those open now, and those closed from then on. */
export const requestsOpenSince = (
  { board }: Services<{ board: 'readOpen' }>,
  { settings }: Town,
  { since, at, having }: OpenSince,
): Promise<RequestFacts[]> => board.openSince(settings.id, { from: since, to: at + DAY }, having);
