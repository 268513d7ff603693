import { localDateTimeText, pageDateTimeText } from '../calendar/local-date-time-text.js';
import { showRequestId } from '../codes/request-id.js';
import type { Bilingual, Language } from '../words/language.js';
import type { Town } from '../town/schema.js';
import type { Rules } from './decision.js';
import { categoryOf } from './programme-of.js';
import type { RequestRecord } from './record.js';

/** The language in which somebody is texted: a member of staff's own, else the request's. */
export const languageOf = (town: Town, to: { staff: string } | 'resident', record: RequestRecord): Language =>
  to === 'resident' ? record.language : staffLanguage(town, to.staff);

export const staffLanguage = (town: Town, staff: string): Language =>
  town.staff.find(({ id }) => id === staff)?.language ?? town.settings.defaultLanguage;

/** Of whoever left, too, as histories name them; who owns a request now says `ownerOf`. */
export const staffName = (town: Town, staff: string | undefined): string =>
  (town.staff.find(({ id }) => id === staff) ?? town.former.findLast(({ id }) => id === staff))?.name ?? '';

/** How somebody of the staff is called. */
export const staffPhone = (town: Town, staff: string | undefined): string | undefined =>
  town.staff.find((person) => person.id === staff)?.phone;

export const categoryName = (record: RequestRecord, rules: Rules, language: Language): string =>
  categoryOf(record, rules).name[language];

/** The name of a category; its id, where the town has it no more. */
export const categoryTitle = ({ categories }: Pick<Town, 'categories'>, category: string): Bilingual =>
  categories.find(({ id }) => id === category)?.name ?? { 'zh-CN': category, en: category };

/** "Zhukou 3" or the village alone; empty where only a point, or nothing, was given. */
export function placeName(
  { confidential, ...record }: Pick<RequestRecord, 'village' | 'group' | 'grid' | 'confidential'>,
  rules: Pick<Rules, 'town'>,
  language: Language,
): string {
  const { group: number = confidential?.group } = record;
  const home = record.village ?? confidential?.village;
  const village = rules.town.villages.find((candidate) => candidate.id === home);
  if (!village)
    return record.grid === undefined
      ? ''
      : (rules.town.grids.find((grid) => grid.number === record.grid)?.name[language] ?? '');
  const group = number === undefined ? '' : language === 'en' ? ` group ${number}` : `${number}组`;
  return `${village.name[language]}${group}`;
}

/** A deadline in a text. */
export const dueText = (at: number | undefined, rules: Rules, language: Language): string =>
  at === undefined ? '' : localDateTimeText(at, rules.town.settings.timeZone, language);

/** The same for a page. */
export const dueOnPage = (at: number | undefined, rules: Rules, language: Language): string =>
  at === undefined ? '' : pageDateTimeText(at, rules.town.settings.timeZone, language);

export const requestNumber = (record: RequestRecord): string => showRequestId(record.id);
