import { remarkIn } from '../../../domain/answers/remark-in.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { isSealed } from '../../../domain/request/confidential.js';
import { isRemarked } from '../../../domain/request/remark.js';
import { mayRemark } from '../../../domain/request/why-not-corrected.js';
import type { Match } from '../../../domain/sms/match.js';
import { wordsToKeep } from '../../../domain/sms/words-to-keep.js';
import type { Staff } from '../../../domain/town/schema.js';
import { addRemark, type Remarking } from '../../use-cases/add-remark.js';
import type { Received } from './reply-to.js';
import type { SendersAsk } from './sender.js';

type AskedBack = Extract<Match<SendersAsk>, { readonly kind: 'likely' | 'not-done' | 'bad-option' }>;

/**
 * Words that answer nothing yet are kept with the request that is asked about, though their sender is asked back; gives
 * what they are told.
 */
export async function keepAside(
  services: Remarking,
  received: Received,
  match: AskedBack,
): Promise<'reply-not-done' | 'reply-bad-option' | 'reply-kept'> {
  const { staff } = received.sender;
  const isKept = staff
    ? await keepOfStaff(services, received, match, staff)
    : await keepOfResident(services, received, match);
  if (match.kind === 'not-done') return 'reply-not-done';
  return isKept ? 'reply-kept' : 'reply-bad-option';
}

/** A resident whose words were not understood: whoever works on the request has them at once. */
async function keepOfResident(
  services: Remarking,
  { text, current }: Received,
  { kind, ask }: AskedBack,
): Promise<boolean> {
  const isSaid = ask.of === 'request' && ask.state === 'open' && /\p{L}{2}/u.test(text.body);
  if (kind === 'likely' || !isSaid) return false;
  const record = await services.requests.load(ask.town, ask.subject);
  await addRemark(services, current.town, record, { words: text.body, at: text.at, key: text.id });
  return true;
}

/** Of the staff: as from the page that they are texted the link of, though others hear only of what surely is a remark. */
async function keepOfStaff(
  services: Remarking,
  { text, current: { town } }: Received,
  match: AskedBack,
  { id: by }: Staff,
): Promise<boolean> {
  const { ask } = match;
  const today = localDate(text.at, town.settings.timeZone);
  const read = (words: string) => readWords(town, words);
  const words = ask.of === 'request' ? wordsToKeep(match, { text: text.body, today, read }) : undefined;
  if (words === undefined) return false;
  const record = await services.requests.load(ask.town, ask.subject);
  // A complaint may turn out to be none, and is then shown to others: what was meant for nobody must not stand there.
  if (isSealed(record) || !mayRemark(record, town, by, text.at)) return false;
  // Of a danger in them whoever works on it was told just now.
  if (match.kind === 'likely' && isRemarked(record, text.id)) return true;
  const isSure = match.kind !== 'likely' && remarkIn(ask.kind, words) === 'sure';
  const unsure = match.kind === 'likely' ? 'answer' : isSure ? undefined : 'remark';
  await addRemark(services, town, record, { words, at: text.at, key: text.id, by, unsure });
  return true;
}
