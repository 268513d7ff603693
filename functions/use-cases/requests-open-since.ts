import type { Services } from '../../adapters/services.js';
import type { RequestFacts } from '../../domain/request/facts.js';
import type { Town } from '../../domain/town/schema.js';

const DAY = 86_400_000;

export interface OpenSince {
  /** Epoch milliseconds. */
  readonly since: number;
  /** When the step began; what is closed while it is retried is found too. */
  readonly at: number;
  /** Only those with follow-ups that nobody has begun yet. */
  readonly followedUp?: true;
}

/** The facts of every request that was open at some moment since: what is open now, and what was closed from then on. */
export const requestsOpenSince = (
  { board }: Pick<Services, 'board'>,
  { settings }: Town,
  { since, at, followedUp }: OpenSince,
): Promise<RequestFacts[]> =>
  board.openSince(settings.id, { from: since, to: at + DAY }, followedUp ? 'followUps' : undefined);
