import type { Services } from '../../adapters/services.js';
import { localDateText } from '../../domain/calendar/local-date-time-text.js';
import { climb, type LadderStart } from '../../domain/posts/climb.js';
import { staffLanguage } from '../../domain/request/words.js';
import { renderText } from '../../domain/texts/render-text.js';
import type { Placeholder, TextKey } from '../../domain/texts/text-keys.js';
import type { Language } from '../../domain/words/language.js';
import type { Town } from '../../domain/town/schema.js';

/** A member of staff who can be texted. */
export interface Reached {
  readonly staff: string;
  readonly phone: string;
  readonly language: Language;
}

/** The first of a ladder who is not on leave. */
export const reach = (town: Town, from: LadderStart, at: number): Reached =>
  memberOfStaff(town, climb(town, from, 0, at).staff);

export function memberOfStaff(town: Town, staff: string): Reached {
  const phone = town.staff.find(({ id }) => id === staff)?.phone ?? '';
  return { staff, phone, language: staffLanguage(town, staff) };
}

export interface StaffText {
  readonly to: Reached;
  /** Its purpose, which makes it sent once. */
  readonly purpose: string;
  readonly text: TextKey;
  readonly values: Partial<Record<Placeholder, string>>;
  readonly at: number;
}

/** Texts a member of staff in their language. */
export async function textStaff(
  { texts }: Services<{ texts: 'send' }>,
  town: Town,
  { to, purpose, text, values, at }: StaffText,
): Promise<void> {
  const body = renderText(town, text, to.language, values, to.phone);
  await texts.send(town, { purpose, to: to.phone, body, at });
}

/** Tells the duty desk, once, that a round of a recurring system is stuck. */
export function tellDutyDesk(
  services: Services<{ texts: 'send' }>,
  town: Town,
  { text, round, at }: { text: TextKey; round: { kind: string; date: string }; at: number },
): Promise<void> {
  const to = reach(town, { ladder: 'department', department: town.settings.departments.dutyDesk }, at);
  const { kind, date } = round;
  const values = { dates: localDateText(date, to.language) };
  return textStaff(services, town, { to, purpose: `${kind}/${date}/stuck`, text, values, at });
}
