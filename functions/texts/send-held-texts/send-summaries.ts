import { submissionOf } from '../../../adapters/contact.js';
import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import type { StoredText } from '../../../adapters/text-store.js';
import { inTexts } from '../../../domain/texts/briefs.js';
import { renderText } from '../../../domain/texts/render-text.js';
import type { Town } from '../../../domain/town/schema.js';

type Effects = Services<{ texts: 'sendHeld' }>;

export interface Due {
  readonly at: number;
  /** Whether nobody needs a text any more. */
  readonly isOver: (text: StoredText) => Promise<boolean>;
}

/** Sends whoever wants a daily summary what was gathered for them. */
export async function sendSummaries(
  services: Effects,
  town: Town,
  gathered: readonly (readonly string[])[],
  due: Due,
): Promise<void> {
  for (const purposes of gathered) {
    try {
      await sendSummary(services, town, purposes, due);
    } catch (error) {
      // One that cannot be sent does not keep the others waiting; the next run tries it again.
      log('warn', 'summary not sent', { town: town.settings.id, error: errorName(error) });
    }
  }
}

/** One person's. The same notices make the same summary, which is sent once. */
async function sendSummary(
  { texts }: Effects,
  town: Town,
  purposes: readonly string[],
  { at, isOver }: Due,
): Promise<void> {
  const gathered: StoredText[] = [];
  for (const purpose of purposes) {
    const claimed = await texts.stored.claim(town.settings.id, purpose, at);
    if (!claimed) continue;
    if (await isOver(claimed.text)) await texts.stored.settle(town, claimed.text, { sent: false });
    else gathered.push(claimed.text);
  }
  let from = 0;
  for (const lines of inTexts(gathered.map(({ brief, body }) => brief ?? body))) {
    const part = gathered.slice(from, from + lines.length);
    from += lines.length;
    await sendPart(texts, town, part, lines, at);
  }
}

async function sendPart(
  texts: Effects['texts'],
  town: Town,
  part: readonly StoredText[],
  lines: readonly string[],
  at: number,
): Promise<void> {
  const to = part[0]?.to ?? '';
  const language = town.staff.find(({ phone }) => phone === to)?.language ?? town.settings.defaultLanguage;
  const values = { count: String(lines.length), lines: lines.join('\n') };
  const body = renderText(town, 'summary', language, values);
  const purpose = `summary/${submissionOf(part.map((text) => text.purpose).join(' '))}`;
  await texts.send(town, { purpose, to, body, at });
  for (const text of part) await texts.stored.settle(town, text, { sent: true, within: purpose });
}
