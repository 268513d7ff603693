import type { Figures, FigureName, Share } from '../../../domain/statistics/figures.js';
import type { Language } from '../../../domain/words/language.js';
import { durationText } from '../../../contracts/pages/times.js';
import { moneyText } from '../../../domain/words/money-text.js';
import { STATISTICS } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const isShare = (value: number | Share | null): value is Share => typeof value === 'object' && value !== null;

/** A figure as a number for a chart: shares in per cent; undefined when there is none. */
export function figureNumber(figures: Figures, name: FigureName): number | undefined {
  const value = figures[name];
  if (isShare(value)) return value.share === null ? undefined : value.share * 100;
  return value ?? undefined;
}

export const isTime = (name: FigureName): boolean =>
  name === 'medianHoursToClose' || name === 'p90HoursToClose';

/** A figure as people read it, with its unit. */
export function figureText(figures: Figures, name: FigureName, language: Language, currency: string): string {
  const words = STATISTICS[language];
  const value = figures[name];
  const number = (amount: number, digits = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(amount);
  if (isShare(value)) return value.share === null ? words.noShare : `${number(value.share * 100, 1)}%`;
  if (value === null) return words.noShare;
  if (name === 'yuan') return moneyText(Math.round(value), language, currency);
  if (!isTime(name)) return number(value);
  return value * HOUR < MINUTE ? words.underAMinute : durationText(value * HOUR, language);
}
