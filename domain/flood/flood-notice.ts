import { localTime } from '../calendar/local-time.js';
import { climb } from '../posts/climb.js';
import { placeName } from '../request/words.js';
import { renderText } from '../texts/render-text.js';
import type { Placeholder, TextKey } from '../texts/text-keys.js';
import type { Bilingual, Language } from '../words/language.js';
import type { Staff, Town } from '../town/schema.js';
import { type Beyond, type Flood, type FloodedPlace, placeOfKey } from './flood.js';

const KEYS: Readonly<Record<Flood['kind'], TextKey>> = {
  dangers: 'told-flood',
  texts: 'told-cap-town',
  replies: 'told-machine',
};

const SHARE_WORDS: Readonly<Record<Beyond['share'], Bilingual>> = {
  residents: { 'zh-CN': '居民通知', en: 'residents' },
  replies: { 'zh-CN': '短信答复', en: 'replies' },
  staff: { 'zh-CN': '发给干部', en: 'staff' },
  codes: { 'zh-CN': '登录验证码', en: 'sign-in codes' },
  emergencies: { 'zh-CN': '应急', en: 'emergencies' },
};

/** The first of the duty desk who is not on leave. */
export function dutyDesk(town: Town, at: number): Staff | undefined {
  const desk = { ladder: 'department', department: town.settings.departments.dutyDesk } as const;
  const { staff } = climb(town, desk, 0, at);
  return town.staff.find(({ id }) => id === staff);
}

/** Tells the duty desk how much of one kind there is by now, and where it is said to be. */
export function floodNotice(
  town: Town,
  flood: Flood,
  at: number,
): { readonly to: string; readonly body: string } {
  const person = dutyDesk(town, at);
  const language = person?.language ?? town.settings.defaultLanguage;
  const text = flood.beyond?.of === 'number' ? 'told-cap-number' : KEYS[flood.kind];
  const values = { ...valuesOf(town, flood, language), places: placeList(town, flood, language) };
  return { to: person?.phone ?? '', body: renderText(town, text, language, values, person?.phone) };
}

function valuesOf(
  { settings }: Town,
  { origin, count, firstAt, lastAt, beyond, phone = '' }: Flood,
  language: Language,
): Partial<Record<Placeholder, string>> {
  return {
    origin,
    many: String(count),
    phone,
    first: localTime(firstAt, settings.timeZone),
    last: localTime(lastAt, settings.timeZone),
    ...(beyond ? { cap: String(beyond.cap), what: SHARE_WORDS[beyond.share][language] } : {}),
  };
}

/** The latest place first; where nobody said where it is, that. */
function placeList(town: Town, { places, latest }: Flood, language: Language): string {
  const keys = [...(latest === undefined ? [] : [latest]), ...places];
  const names = keys.map((one) => floodedPlaceName(town, placeOfKey(one), language));
  return [...new Set(names)].join(language === 'en' ? ', ' : '、');
}

export const floodedPlaceName = (town: Town, place: FloodedPlace, language: Language): string =>
  placeName(place, { town }, language) || (language === 'en' ? 'place unknown' : '地点不明');
