import type { Services } from '../../../adapters/services.js';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { isPlainDanger, type Reading } from '../../../domain/reading/read-words.js';
import { isSealed } from '../../../domain/request/confidential.js';
import { relationOf } from '../../../domain/request/remark.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { placeName } from '../../../domain/request/words.js';
import { readRequestNumber } from '../../../domain/sms/read-request-number.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { locateEmergency } from './locate-emergency.js';
import { isOpen, ownRequests } from './own-requests.js';
import type { Received } from './reply-to.js';
import { replyRemark } from './reply-remark.js';
import { reportByText } from './report-by-text.js';
import type { Reply } from './sender.js';
import type { Settling } from '../../use-cases/settle-ask.js';

/** The services for acting on words that are no answer. */
export type Acting = Settling &
  Services<{
    callers: 'count';
    requests: 'read' | 'create' | 'tellMore' | 'findOfResident';
    asks: 'list';
    workflow: 'startRequests';
    floods: 'hold';
  }>;

/** Open requests of one sender that words may be about: more nobody keeps apart by text. */
const LOOKED_AT = 3;

/**
 * Words of somebody who has no question to answer: where an emergency of theirs is, a remark on what is open of theirs,
 * or a new matter. Nothing of a matter is lost: what could be either is opened by itself, and asked about.
 */
export async function takeWords(
  services: Acting,
  received: Received,
  { words, reading }: { words: string; reading: Reading },
): Promise<Reply> {
  const { current, text } = received;
  const open = await openRequests(services, received);
  const unplaced = open.find((record) => isBeingPlaced(record, received));
  if (unplaced) return tellMore(services, received, unplaced, words);
  const named = open.find((record) => isSealed(record) && record.id === namedIn(words));
  if (named && !isPlainDanger(reading.danger)) return remarkOn(services, received, named, words);
  const relations = open.map((record) => ({
    record,
    is: relationOf(record, reading, current.town, text.at),
  }));
  const same = relations.find(({ is }) => is === 'same');
  if (same) return remarkOn(services, received, same.record, words);
  const perhaps = relations.find(({ is }) => is === 'unsure')?.record;
  // Words that may belong to a complaint are kept like one; a danger joins an open request only where it names it, for
  // help comes from those near.
  const goesOn = named ?? (reading.danger.level === 'none' ? perhaps : undefined);
  const aboutStaff = goesOn !== undefined && isSealed(goesOn);
  return reportByText(services, received, { words, perhaps: perhaps?.id, aboutStaff });
}

/** The request whose number the words begin with. */
function namedIn(words: string): string | undefined {
  const number = readRequestNumber(words);
  return number && 'request' in number ? number.request : undefined;
}

async function openRequests(services: Acting, received: Received): Promise<RequestRecord[]> {
  const town = received.current.town.settings.id;
  const open = (await ownRequests(services, received)).filter(isOpen);
  return Promise.all(open.slice(0, LOOKED_AT).map(({ id }) => services.requests.load(town, id)));
}

/** An emergency of which nobody knows where it is, while texts of its sender still belong to it. */
const isBeingPlaced = (
  { path, grid, createdAt }: RequestRecord,
  { current: { town }, text }: Received,
): boolean =>
  path === 'emergency' &&
  grid === undefined &&
  text.at < deadline(createdAt, town.settings.reading.conversation, town.settings);

/** More of an emergency: the place, if it is said, and the words for whoever is on the way. */
async function tellMore(
  services: Acting,
  received: Received,
  record: RequestRecord,
  words: string,
): Promise<Reply> {
  const { current, text } = received;
  const located = await locateEmergency(services, current.town, record, { words, at: text.at, key: text.id });
  if (!located) return remarkOn(services, received, record, words);
  const place = placeName(located, { town: current.town }, record.language);
  const values = { request: showRequestId(record.id), place };
  return { text: 'reply-place', values, request: record.id };
}

export async function remarkOn(
  services: Acting,
  { current, text }: Received,
  record: RequestRecord,
  words: string,
): Promise<Reply> {
  const { town } = current;
  await addRemark(services, town, record, { words, at: text.at, key: text.id });
  return replyRemark(town, record, text.at);
}
