import type { Language } from './language.js';
import { localeOf } from './locale-of.js';

/** How people of mainland China write the money that the standard's own words call "人民币". */
const YUAN: Readonly<Record<Language, string>> = { 'zh-CN': '元', en: 'yuan' };

/** A sum in a currency (its code in ISO 4217) as people write it: "€1,200.50", "1,200.50元". Whole sums without hundredths. */
export function moneyText(amount: number, language: Language, currency: string): string {
  const digits = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  if (currency === 'CNY' && language === 'zh-CN')
    return `${new Intl.NumberFormat(language, Number.isInteger(amount) ? digits : { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)}${YUAN[language]}`;
  return (
    new Intl.NumberFormat(localeOf(language), { style: 'currency', currency, ...digits })
      .format(amount)
      // "CHF 500": one space that breaks no line would make a text twice as dear.
      .replaceAll('\u00a0', ' ')
  );
}

/** The word that people put behind a sum: "euros", "元". */
export function moneyUnit(language: Language, currency: string): string {
  if (currency === 'CNY') return YUAN[language];
  return nameFor(2, language, currency);
}

function nameFor(count: number, language: Language, currency: string): string {
  const parts = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    maximumFractionDigits: 0,
  }).formatToParts(count);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** What marks a number as a sum of this currency: behind it ("500 euros", "500元"), or before it ("€500"); the longest first. */
export function moneyMarks(currency: string): { readonly behind: string[]; readonly before: string[] } {
  const names = (['zh-CN', 'en'] as const).flatMap((language) =>
    [1, 2].map((count) => nameFor(count, language, currency)),
  );
  const short = names.flatMap((name) => name.split(' ').slice(-1));
  const isYuan = currency === 'CNY';
  const own = isYuan ? ['元', '块钱', 'yuan', 'rmb'] : [];
  const signs = [currency, ...signsOf(currency), ...(isYuan ? ['￥'] : [])];
  return { behind: longestFirst([...names, ...short, ...own, ...signs]), before: longestFirst(signs) };
}

/** As texts and pages show it ("US$", "CN¥"), and as people write it who know no other ("$"). */
const signsOf = (currency: string): string[] =>
  (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .flatMap(({ type, value }) => (type === 'currency' ? [value] : [])),
  );

/** Each once. Phones of 2020 know no `toSorted`. */
const longestFirst = (marks: readonly string[]): string[] =>
  [...new Set(marks)].sort((one, other) => other.length - one.length);
