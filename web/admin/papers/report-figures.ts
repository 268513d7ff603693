import { moneyText } from '../../../domain/words/money-text.js';
import type { FigureName, Figures, Share } from '../../../domain/statistics/figures.js';
import type { Setting } from './setting.js';
import { REPORT } from './words.report.js';

type Told = Pick<Setting, 'language'>;

const isShare = (value: Figures[FigureName]): value is Share => typeof value === 'object' && value !== null;

export const amount = (value: number, { language }: Told, digits = 1): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);

/** A share as "67.5%", a dash where nothing was counted. */
export const shareText = ({ share }: Share, setting: Told): string =>
  share === null ? REPORT[setting.language].none : `${amount(share * 100, setting)}%`;

/** The same beside what it is made of: nobody is to take two of three for many. */
export const sharePartText = (share: Share, setting: Told): string =>
  share.share === null
    ? shareText(share, setting)
    : setting.language === 'en'
      ? `${shareText(share, setting)} (${share.part} of ${share.of})`
      : `${shareText(share, setting)}（${share.part}/${share.of}）`;

/** A figure in a table. */
export function figureCell(figures: Figures, name: FigureName, setting: Setting): string {
  const value = figures[name];
  if (name === 'yuan') return moneyText(figures.yuan, setting.language, setting.town.currency);
  if (isShare(value)) return sharePartText(value, setting);
  return value === null ? REPORT[setting.language].none : amount(value, setting, 2);
}

/** By how much a figure rose or fell: a rate in percentage points. Nothing where one of the two is none. */
export function changeCell(now: Figures, before: Figures, name: FigureName, setting: Setting): string {
  const words = REPORT[setting.language];
  const [one, other] = [numberOf(now[name]), numberOf(before[name])];
  if (one === undefined || other === undefined) return words.none;
  const by = one - other;
  const size =
    name === 'yuan'
      ? moneyText(Math.abs(by), setting.language, setting.town.currency)
      : amount(Math.abs(by), setting);
  const text = `${by > 0 ? '+' : by < 0 ? '−' : ''}${size}`;
  return isShare(now[name]) ? words.points(text) : text;
}

/** A figure for a bar: a share in per cent. */
export function numberOf(value: Figures[FigureName]): number | undefined {
  if (!isShare(value)) return value ?? undefined;
  return value.share === null ? undefined : value.share * 100;
}
