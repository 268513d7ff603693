import { contactsOf } from '../posts/inspectors.js';
import type { Town } from '../town/schema.js';
import type { Bilingual, Language } from '../words/language.js';

/** Who reported something, as far as it matters here. */
interface Resident {
  readonly phone: string;
  readonly name?: string | undefined;
  readonly description: string;
  readonly staffWords?: string | undefined;
  readonly nameWithheld?: true | undefined;
}

/** All that was said of a request, as staff read it: by its resident, and by one another. */
export const wordsOf = ({ description, staffWords }: Pick<Resident, 'description' | 'staffWords'>): string =>
  staffWords === undefined ? description : `${description}\n${staffWords}`;

/** A resident whose name nobody gave, so that no text has a gap. */
export const UNNAMED: Bilingual = { 'zh-CN': '居民', en: 'a resident' };
const WITHHELD: Bilingual = { 'zh-CN': '居民（不具名）', en: 'a resident (name withheld)' };

/** The duty desk, through which calls go, and the inspection team learn who it is that asked not to be named. */
export const mayKnowWho = (
  town: Town,
  { nameWithheld }: Pick<Resident, 'nameWithheld'>,
  staff: string,
): boolean => {
  const { dutyDesk, inspectionTeam } = town.settings.departments;
  return !nameWithheld || [dutyDesk, inspectionTeam].some((id) => contactsOf(town, id).includes(staff));
};

/** Seven digits and more, however they are grouped: somebody's number. */
const NUMBER = /\+?[\d\uFF10-\uFF19](?:[ -]?[\d\uFF10-\uFF19]){6,18}/g;

/** Words without what says who wrote them. */
const withoutWho = (words: string, { name = '' }: Resident): string =>
  (name.trim() === '' ? words : words.replaceAll(name.trim(), '***')).replaceAll(NUMBER, '***');

/** The words of a resident as this member of the staff reads them. */
export const wordsAsKnown = (town: Town, resident: Resident, staff: string, words: string): string =>
  mayKnowWho(town, resident, staff) ? words : withoutWho(words, resident);

/** Who a resident is to this member of the staff: whoever is not to know calls the duty desk instead. */
export function knownResident(town: Town, resident: Resident, staff: string, language: Language) {
  if (mayKnowWho(town, resident, staff))
    return {
      person: resident.name ?? UNNAMED[language],
      phone: resident.phone,
      words: wordsOf(resident),
    };
  const [desk] = contactsOf(town, town.settings.departments.dutyDesk);
  return {
    person: WITHHELD[language],
    phone: town.staff.find(({ id }) => id === desk)?.phone ?? town.settings.sms.number,
    words: withoutWho(wordsOf(resident), resident),
  };
}
