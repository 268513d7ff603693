import { wholeText } from '../../../contracts/pages/times.js';
import type { Language } from '../../../domain/words/language.js';
import { localeOf } from '../../../domain/words/locale-of.js';

/** In which town, language and moment a paper is made. */
export interface Setting {
  readonly language: Language;
  readonly town: {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    /** That people text, E.164. */
    readonly number: string;
  };
  /** Epoch milliseconds. */
  readonly now: number;
}

const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const format = (
  at: string | number,
  { language, town: { timeZone } }: Setting,
  options: Intl.DateTimeFormatOptions,
): string => new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone }).format(new Date(at));

/** Times as papers write them: with the year, for they are kept. */
export const timesIn = (setting: Setting) => ({
  day: (at: string | number): string => format(at, setting, DAY),
  /** Where the year goes without saying. */
  near: (at: string | number): string => format(at, setting, { month: 'long', day: 'numeric', ...MINUTE }),
  moment: (at: string | number): string => format(at, setting, { ...DAY, ...MINUTE }),
  year: (at: string | number): string => format(at, setting, { year: 'numeric' }).replaceAll(/\D/g, ''),
  whole: (milliseconds: number): string => wholeText(milliseconds, setting.language),
});

/** "、" and ", ": what stands side by side. */
export const listed = (
  parts: readonly (string | undefined)[],
  { language }: Pick<Setting, 'language'>,
): string => parts.filter((part) => part !== undefined && part !== '').join(language === 'en' ? ', ' : '、');
