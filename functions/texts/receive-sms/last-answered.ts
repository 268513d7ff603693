import type { AskItem } from '../../../adapters/ask-store.js';
import { contactOfPhone } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { isAskOption, RESIDENT_KINDS } from '../../../domain/asks/ask-kinds.js';
import type { Received } from './reply-to.js';

/** Asks looked at to find those that were answered last. */
const LOOKED_AT = 20;

/**
 * The sender's own answers from before this text, the last before the rest. That they took one back is none: a text that
 * comes again after it did so takes back the same.
 */
export async function lastAnswered(
  { asks }: Services<{ asks: 'find' | 'list' | 'findOfPerson' }>,
  { current, sender, text }: Received,
): Promise<AskItem[]> {
  const town = current.town.settings.id;
  const contacts = sender.staff
    ? [sender.contact, contactOfPhone(town, sender.staff.phone)]
    : [sender.contact];
  const answered = await Promise.all(contacts.map((contact) => asks.answered(town, contact)));
  const latest = answered.flatMap((found) => found.slice(0, LOOKED_AT));
  const found = await Promise.all(latest.map((ask) => asks.find({ ...ask, waitsFor: undefined })));
  return found
    .flatMap((ask) =>
      ask?.answer !== undefined && ask.answer.at <= text.at && isOwn(ask, sender.staff?.id) ? [ask] : [],
    )
    .toSorted((a, b) => (b.answer?.at ?? 0) - (a.answer?.at ?? 0));
}

/** They cannot take back an answer that the system gave in their name. */
const isOwn = ({ kind, answer }: AskItem, staff: string | undefined): boolean =>
  answer !== undefined &&
  isAskOption(answer.option) &&
  answer.by === (RESIDENT_KINDS.has(kind) ? 'resident' : staff);
