import type { Town } from '../domain/town/schema.js';
import type { StoredText } from './text-store.js';

/** Who takes texts to phones. */
export interface TextCarrier {
  /** Hands one text over; rejects when the carrier did not take it. */
  deliver(town: Town, text: Pick<StoredText, 'purpose' | 'to' | 'body'>): Promise<void>;
}
