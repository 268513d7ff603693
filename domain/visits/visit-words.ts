import { PLACEHOLDER_LENGTH } from '../texts/text-keys.js';
import type { Language } from '../words/language.js';
import type { TownSettings } from '../town/schema.js';
import type { DueHousehold } from './plan-week.js';

type Listed = Pick<DueHousehold, 'household' | 'class' | 'carriedOver'>;

/** Households as texted to their grid's team: "重点户03 07，一般户12"; numbers alone where room is short. */
export function householdsText(
  households: readonly Listed[],
  { visits }: Pick<TownSettings, 'visits'>,
  language: Language,
): string {
  const byClass = visits.classes.flatMap(({ id, name }) => {
    const numbers = numbersOf(households.filter((one) => one.class === id));
    return numbers === '' ? [] : [`${name[language]}${language === 'en' ? ' ' : ''}${numbers}`];
  });
  const named = byClass.join(language === 'en' ? ', ' : '，');
  return named.length <= PLACEHOLDER_LENGTH.households ? named : numbersOf(households);
}

const numbersOf = (households: readonly Pick<Listed, 'household'>[]): string =>
  households.map(({ household }) => String(household).padStart(2, '0')).join(' ');

/** The result of the week before; none in the first week. */
export function weekBeforeText(
  households: readonly Listed[],
  hadBefore: boolean,
  language: Language,
): string {
  const late = households.filter(({ carriedOver }) => carriedOver).length;
  if (late > 0) return { 'zh-CN': `上周未访${late}户`, en: `${late} late` }[language];
  return hadBefore ? { 'zh-CN': '上周的都已走访', en: '' }[language] : '';
}
