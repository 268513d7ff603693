import { deadline } from '../deadlines/deadline.js';
import type { TextKey } from '../texts/text-keys.js';
import type { Rules } from './decision.js';
import { isUrgent } from './is-urgent.js';
import type { RequestRecord } from './record.js';

type Standing = Pick<RequestRecord, 'path' | 'status'>;

/** The first that is told to whoever texted a request. */
export const FIRST_ANSWERS: ReadonlySet<TextKey> = new Set<TextKey>([
  'receipt',
  'receipt-programme',
  'receipt-petition',
  'receipt-unplaced',
  'joined',
  'ask-clarify-danger',
  'ask-clarify-place',
  'ask-clarify-village',
  'ask-clarify-group',
  'ask-clarify-category',
  'ask-clarify-same',
]);

/** Texts by which an emergency's resident adds to their report, and whoever is on it hears. */
const SAID_BESIDE: ReadonlySet<TextKey> = new Set<TextKey>(['told-remark', 'told-news-asked']);

/**
 * Why a text may be sent in the quiet hours, if it may. What nobody has placed yet may be an emergency, and the duty
 * desk is awake for it; whoever has just texted is awake, too, and waits for an answer.
 */
export function whyAtOnce(
  record: Standing & Pick<RequestRecord, 'channel' | 'createdAt'>,
  text: TextKey,
  { town: { settings } }: Rules,
  at: number,
): 'emergency' | 'beside' | 'unplaced' | 'reply' | undefined {
  // A remark on an emergency is never counted as one: whoever keeps adding to theirs would use up the texts that call
  // people to the next.
  if (isUrgent(record)) return SAID_BESIDE.has(text) ? 'beside' : 'emergency';
  if (text === 'ask-placement') return 'unplaced';
  const isAnswer = record.channel === 'sms' && FIRST_ANSWERS.has(text);
  return isAnswer && at < deadline(record.createdAt, settings.reading.conversation, settings)
    ? 'reply'
    : undefined;
}
