import { createHmac } from 'node:crypto';
import type { AskItem } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import { environment } from '../../adapters/environment.js';
import type { Services } from '../../adapters/services.js';
import type { OutgoingText } from '../../adapters/text-sender.js';
import { askId } from '../../domain/asks/ask-id.js';
import { staffLanguage } from '../../domain/request/words.js';
import { renderText } from '../../domain/texts/render-text.js';
import { PLACEHOLDER_LENGTH } from '../../domain/texts/text-keys.js';
import type { Town } from '../../domain/town/schema.js';

/** 128 bits: out of reach of guessing while an ask is open, and short enough for a text. Bytes. */
export const SIGNATURE_LENGTH = 16;

/** The parts of a link that its signature covers. */
type LinkedAsk = Pick<AskItem, 'town' | 'of' | 'subject' | 'n' | 'until'>;

/**
 * HMAC-SHA-256 over the town, the ask and the moment it ends: the link opens this one ask, until then, and nothing
 * else. The moment is not in the link; the stored ask has it. `as`: for whoever stands in for whom it was put to, or
 * has their post now.
 */
export const signAsk = (key: string, { town, of, subject, n, until }: LinkedAsk, as?: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['ask', town, of, subject, n, until]))
    .update(as === undefined ? '' : `as ${as}`)
    .digest()
    .subarray(0, SIGNATURE_LENGTH)
    .toString('base64url');

export const askLink = (base: string, key: string, ask: LinkedAsk, as?: string): string =>
  `${base}/asks/${askId(ask.subject, ask.n)}?town=${ask.town}&sig=${signAsk(key, ask, as)}${as === undefined ? '' : `&as=${as}`}`;

/** Texts a member of staff the link to what they were just asked, where the town's carrier lets links through. */
export async function sendAskLink(
  services: Services<{ texts: 'send'; linkKeys: 'sign' }>,
  town: Town,
  ask: AskItem,
  { at, atOnce }: Pick<OutgoingText, 'at' | 'atOnce'>,
): Promise<void> {
  const staff = staffOfContact(ask.contact);
  const to = town.staff.find(({ id }) => id === staff)?.phone;
  if (!town.settings.sms.links || staff === undefined || to === undefined) return;
  const page = askLink(environment('pages'), await services.linkKeys.findOrMake(ask.town), ask);
  // A link that was cut short leads nowhere; the code in the text before does.
  if (page.length > PLACEHOLDER_LENGTH.page) return;
  const body = renderText(town, 'ask-link', staffLanguage(town, staff), { code: ask.code, page });
  await services.texts.send(town, {
    purpose: `${ask.subject}/link:${ask.n}`,
    to,
    body,
    at,
    ...(ask.of === 'request' ? { request: ask.subject } : {}),
    ask: { of: ask.of, subject: ask.subject, n: ask.n },
    atOnce,
  });
}
