import type { Language } from '../../domain/words/language.js';
import { type Instant, knownZone } from './times.js';

const MINUTE = 60_000;

/** What a clock there shows, as if it were UTC. */
function shownAt(at: Instant, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(new Date(at));
  const of = (wanted: string): number => Number(parts.find(({ type }) => type === wanted)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
}

/** "GMT+8", in every language. Phones of 2020 know no `shortOffset`: it is told from what the clock there shows. */
function offsetText(at: Instant, timeZone: string | undefined): string {
  const minutes = Math.round((shownAt(at, timeZone) - shownAt(at, 'UTC')) / MINUTE);
  if (minutes === 0) return 'GMT';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** Says that the times of a page are the town's, where the clock of the device (`own`, or the one it has) shows others at that moment. */
export function zoneNote(
  timeZone: string | undefined,
  at: Instant,
  language: Language,
  own?: string,
): string | undefined {
  if (knownZone(timeZone) === undefined) return undefined;
  const [town, device] = [offsetText(at, timeZone), offsetText(at, own)];
  if (town === device) return undefined;
  return language === 'en'
    ? `Times are the town’s (${town}); this device is on ${device}.`
    : `所列时间为本镇时间（${town}），本设备为 ${device}。`;
}
