import type { Language } from '../../domain/words/language.js';
import type { Instant } from './times.js';

/** "GMT+8", in every language. */
const offsetText = (at: Instant, timeZone: string | undefined): string =>
  new Date(at).toLocaleString('en', { timeZone, timeZoneName: 'shortOffset' }).split(' ').at(-1) ?? '';

/** Says that the times of a page are the town's, where the clock of the device (`own`, or the one it has) shows others at that moment. */
export function zoneNote(
  timeZone: string | undefined,
  at: Instant,
  language: Language,
  own?: string,
): string | undefined {
  if (timeZone === undefined) return undefined;
  const [town, device] = [offsetText(at, timeZone), offsetText(at, own)];
  if (town === device) return undefined;
  return language === 'en'
    ? `Times are the town’s (${town}); this device is on ${device}.`
    : `所列时间为本镇时间（${town}），本设备为 ${device}。`;
}
