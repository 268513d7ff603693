import type { Services } from '../../adapters/services.js';
import { whenToText } from '../../domain/calendar/quiet-hours.js';
import { findPhone } from '../../domain/contact/phone.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { adviceOf } from '../../domain/request/danger-words.js';
import type { Person, RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { type Submission, takeIn, type TakenIn } from '../use-cases/take-in-request.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/**
 * A text that is a request: what it is about and where is read from its words, and the rest is asked back. Filed on behalf of a resident, the
 * resident is the one whose number the words hold.
 */
export async function reportByText(
  services: Pick<Services, 'requests' | 'workflow'>,
  { current, sender, text }: Received,
  { words, onBehalf = false, perhaps }: { words: string; onBehalf?: boolean; perhaps?: string | undefined },
): Promise<Reply> {
  const filer = { name: sender.staff?.name, phone: text.from };
  const resident = onBehalf ? findPhone(words, current.town.settings) : undefined;
  const person: Person = {
    phone: resident ?? text.from,
    ...(onBehalf ? { filedBy: filer } : {}),
    description: words,
  };
  return fileByText(
    services,
    { current, text },
    {
      channel: onBehalf && sender.staff ? 'cadre' : 'sms',
      language: sender.language,
      perhaps,
      person,
    },
  );
}

/** Takes in what a text brought, and gives what its sender is told. */
export async function fileByText(
  services: Pick<Services, 'requests' | 'workflow'>,
  { current, text }: Pick<Received, 'current' | 'text'>,
  brought: Omit<Submission, 'submission' | 'at'>,
): Promise<Reply> {
  const taken = await takeIn(services, current, { ...brought, submission: `sms ${text.id}`, at: text.at });
  const reply = replyReceived(current.town, taken.record);
  return isToldAnyway(taken, current.town, { to: brought.person.phone, from: text.from })
    ? { ...reply, unsaid: true }
    : reply;
}

/**
 * Whether its sender is told of the request in a moment: in the night the receipt of what somebody files for another waits, and where the engine is down
 * nothing comes. In an emergency nobody waits for a moment.
 */
const isToldAnyway = (
  { record, started }: TakenIn,
  { settings }: Town,
  { to, from }: { to: string; from: string },
): boolean =>
  started &&
  to === from &&
  record.path !== 'emergency' &&
  (record.channel === 'sms' || whenToText(record.createdAt, settings) === record.createdAt);

/** Whoever is in danger is told at once what to do, and asked where they are if nobody can know; the number is for everybody. */
function replyReceived(town: Town, record: RequestRecord): Reply {
  const request = showRequestId(record.id);
  if (record.path !== 'emergency') return { text: 'reply-received', values: { request }, request: record.id };
  return {
    text: record.grid === undefined ? 'receipt-emergency-unplaced' : 'receipt-emergency',
    values: { request, advice: adviceOf(record.danger?.kind, town, record.language) },
    request: record.id,
  };
}
