import type { Services } from '../../../adapters/services.js';
import { knownResident, mayKnowWho, wordsOf } from '../../../domain/access/known-resident.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { placeName } from '../../../domain/request/words.js';
import type { Command } from '../../../domain/sms/command.js';
import { pagesOf } from '../../../domain/texts/pages-of.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { shows, wholeApplicationText } from '../../../domain/programme/application-words.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { type AskSubject, loadSubject } from '../../use-cases/ask-subject.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';
import { whichAsk } from './which-ask.js';

/** Characters of people's words that one text of two parts holds beside the rest. */
const WORDS_A_TEXT = 72;

/** All that was written about an ask, page by page: its own text holds as much as there is room for. */
export async function takeMore(
  services: Services<{ tasks: 'read'; requests: 'read' | 'readPerson'; towns: 'readProgramme' }>,
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
      : { words: person ? wordsOf(person) : '', phone: person?.phone ?? '' };
  const applied = await applicationOf(services, received, meant, subject);
  const pages = pagesOf(found || (applied?.words ?? known.words), WORDS_A_TEXT);
  if (pages.length === 0) return { text: 'reply-more-none', values: { code: meant.code } };
  // Whoever asks for more pages than there are is shown the last.
  const shown = Math.min(page, pages.length);
  const place =
    subject.of === 'request' ? placeName(subject.record, { town: current.town }, sender.language) : '';
  const values = {
    code: meant.code,
    request: showRequestId(meant.subject),
    place: applied?.place === false ? '' : place,
    phone: applied?.phone === false ? '' : known.phone,
    words: pages[shown - 1] ?? '',
    position: String(shown),
    count: String(pages.length),
    digit: String(shown + 1),
  };
  const text = shown < pages.length ? 'reply-more' : 'reply-more-last';
  return { text, values, ...(request === undefined ? {} : { request }) };
}

/** Of an approval the application, as far as its step is shown it, instead of what its resident wrote. */
async function applicationOf(
  services: Services<{ requests: 'readPerson'; towns: 'readProgramme' }>,
  { current: { town }, sender }: Received,
  { kind, n }: SendersAsk,
  subject: AskSubject,
): Promise<{ words: string; phone: boolean; place: boolean } | undefined> {
  if (kind !== 'approval' || subject.of !== 'request') return undefined;
  const { record } = subject;
  const programme = programmeOf(record, await rulesIn(services, town, record));
  const { stage = -1, step: id } = plannedAsk(record, n) ?? {};
  const step = programme.stages[stage]?.steps.find((one) => one.id === id) ?? {};
  const person = await services.requests.findPerson(record.town, record.id);
  const unnamed = person && sender.staff && !mayKnowWho(town, person, sender.staff.id);
  const applied = { ...person, unnamed, photos: record.photos?.length ?? 0 };
  return {
    words: wholeApplicationText(programme, step, applied, sender.language),
    phone: shows(step, 'phone'),
    place: shows(step, 'place'),
  };
}
