import * as z from 'zod';
import { newDigits } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { askedCodeSchema, type CodeAsked } from '../../../adapters/sign-in-topic.js';
import { CODE_DIGITS, CODE_MINUTES } from '../../../domain/access/staff-sign-in.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { renderText } from '../../../domain/texts/render-text.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { codeDigest } from '../../http/staff-session.js';
import type { FUNCTION } from './function.js';

type Effects = Services<typeof FUNCTION>;

const eventSchema = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

/** Texts codes to sign in with to whoever asked for one on the page; a number that is nobody's leaves nothing behind. */
export const createTextSignInCode =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    for (const { Sns } of eventSchema.parse(event).Records) {
      const asked = askedCodeSchema.parse(JSON.parse(Sns.Message));
      const { town } = await services.towns.load(asked.town);
      const staff = town.staff.find(({ id }) => id === asked.staff);
      if (staff) await textCode(services, town, staff, asked);
    }
  };

async function textCode(
  { signInCodes, linkKeys, texts }: Effects,
  town: Town,
  staff: Staff,
  { origin, at }: CodeAsked,
): Promise<void> {
  const { id, timeZone } = town.settings;
  const code = newDigits(CODE_DIGITS);
  const digest = codeDigest(await linkKeys.findOrMake(id), id, staff.id, code);
  const owner = { town: id, staff: staff.id, origin };
  // Told of it twice, this is refused the second time: one was sent a moment ago.
  if (!(await signInCodes.issue(owner, { digest, day: localDate(at, timeZone), at }))) return;
  const words = (pin: string): string =>
    renderText(town, 'sign-in-code', staff.language, { pin, count: String(CODE_MINUTES) });
  await texts.send(town, {
    purpose: `sign-in:${staff.id}:${origin}:${at}`,
    to: staff.phone,
    body: words(code),
    kept: words('*'.repeat(CODE_DIGITS)),
    at,
    atOnce: 'reply',
  });
}
