import type { TextKey } from '../texts/text-keys.js';
import type { RequestRecord } from './record.js';

type Standing = Pick<RequestRecord, 'path' | 'status'>;

/** An emergency is urgent until it is over; whether its resident is content can wait for the morning. */
export const isUrgent = ({ path, status }: Standing): boolean =>
  path === 'emergency' && status !== 'awaiting_confirmation' && status !== 'closed';

/** Why a text may be sent in the quiet hours, if it may. What nobody has placed yet may be an emergency, and the duty desk is awake for it. */
export function whyAtOnce(record: Standing, text: TextKey): 'emergency' | 'unplaced' | undefined {
  if (isUrgent(record)) return 'emergency';
  return text === 'ask-placement' ? 'unplaced' : undefined;
}
