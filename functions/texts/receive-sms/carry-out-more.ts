import type { Services } from '../../../adapters/services.js';
import { knownResident } from '../../../domain/access/known-resident.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { placeName } from '../../../domain/request/words.js';
import type { Command } from '../../../domain/sms/command.js';
import { pagesOf } from '../../../domain/texts/pages-of.js';
import { loadSubject } from '../../use-cases/ask-subject.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';
import { whichAsk } from './which-ask.js';

/** Characters of people's words that one text of two parts holds beside the rest. */
const WORDS_A_TEXT = 72;

/** All that was written about what the sender is asked, page by page: an ask's own text holds what there is room for. */
export async function takeMore(
  services: Services<{ tasks: 'read'; requests: 'read' | 'readPerson' }>,
  received: Received,
  { code, page }: Extract<Command, { name: 'more' }>,
): Promise<Reply> {
  const { current, sender } = received;
  const meant = whichAsk(received, code);
  if ('text' in meant) return meant;
  const subject = await loadSubject(services, meant);
  const request = subject.of === 'request' ? subject.record.id : subject.record.request;
  const found = subject.of === 'task' ? (subject.record.finding?.words ?? '') : '';
  const person = request === undefined ? undefined : await services.requests.person(meant.town, request);
  const known =
    person && sender.staff
      ? knownResident(current.town, person, sender.staff.id, sender.language)
      : { words: person?.description ?? '', phone: person?.phone ?? '' };
  const pages = pagesOf(found || known.words, WORDS_A_TEXT);
  if (pages.length === 0) return { text: 'reply-more-none', values: { code: meant.code } };
  // Whoever asks for more pages than there are is shown the last.
  const shown = Math.min(page, pages.length);
  const place =
    subject.of === 'request' ? placeName(subject.record, { town: current.town }, sender.language) : '';
  const values = {
    code: meant.code,
    request: showRequestId(meant.subject),
    place,
    phone: known.phone,
    words: pages[shown - 1] ?? '',
    position: String(shown),
    count: String(pages.length),
    digit: String(shown + 1),
  };
  const text = shown < pages.length ? 'reply-more' : 'reply-more-last';
  return { text, values, ...(request === undefined ? {} : { request }) };
}
