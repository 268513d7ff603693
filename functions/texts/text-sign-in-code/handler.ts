import * as z from 'zod';
import { newDigits } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { askedCodeSchema, type CodeAsked } from '../../../adapters/sign-in-topic.js';
import { CODE_DIGITS, CODE_MINUTES } from '../../../domain/access/staff-sign-in.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { renderText } from '../../../domain/texts/render-text.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';
import { codeDigest } from '../../http/staff-session.js';
import type { FUNCTION } from './function.js';
import { residentAsking } from './resident-asking.js';

type Effects = Services<typeof FUNCTION>;

const eventSchema = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

/** Who is texted a code, and what it opens. */
export interface Asking {
  readonly whose: string;
  readonly phone: string;
  readonly language: Language;
  readonly text: 'sign-in-code' | 'tracking-code';
  /** As people say it. */
  readonly request?: string;
  /** Counts one more for an address from which nobody signed in yet; absent: as many as a member of staff may have. */
  readonly hasRoom?: () => Promise<boolean>;
}

/** Texts codes that were asked for on the page; a number of nobody, or another's, leaves nothing behind. */
export const createTextSignInCode =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    for (const { Sns } of eventSchema.parse(event).Records) {
      const asked = askedCodeSchema.parse(JSON.parse(Sns.Message));
      const { town } = await services.towns.load(asked.town);
      const asking =
        asked.request === undefined ? staffAsking(town, asked) : await residentAsking(services, town, asked);
      if (asking) await textCode(services, town, asking, asked);
    }
  };

function staffAsking({ staff }: Town, asked: CodeAsked): Asking | undefined {
  const one = staff.find(({ id }) => id === asked.staff);
  return one && { whose: one.id, phone: one.phone, language: one.language, text: 'sign-in-code' };
}

async function textCode(
  { signInCodes, linkKeys, texts }: Effects,
  town: Town,
  { whose, phone, language, text, request = '', hasRoom }: Asking,
  { origin, at, request: about }: CodeAsked,
): Promise<void> {
  const { id, timeZone } = town.settings;
  const code = newDigits(CODE_DIGITS);
  const digest = codeDigest(await linkKeys.findOrMake(id), id, whose, code);
  const owner = { town: id, whose, origin };
  // Told of it twice, this is refused the second time: one was sent a moment ago.
  const moment = { digest, day: localDate(at, timeZone), at };
  if (!(await signInCodes.issue(owner, moment, hasRoom))) return;
  const words = (pin: string): string =>
    renderText(town, text, language, { request, pin, count: String(CODE_MINUTES) });
  await texts.send(town, {
    purpose: `sign-in:${whose}:${origin}:${at}`,
    to: phone,
    body: words(code),
    kept: words('*'.repeat(CODE_DIGITS)),
    at,
    // It goes with the request that it opens.
    request: about,
    atOnce: 'reply',
  });
}
