import type { FigureName, Figures } from '../../../domain/statistics/figures.js';
import type { Language } from '../../../domain/words/language.js';
import { figureNumber, figureText } from './figure-text.js';
import type { StatisticsAnswer } from '../../../contracts/resident/statistics.js';
import { STATISTICS } from './words.js';

/** Below this two figures are the same as people read them: shares are in per cent, hours to the hundredth. */
const SAME = 0.05;

const rounded = (amount: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount);

/** How a figure stands to the same one of the period before, in words, with a sign that says no more than they do. */
export function changeText(
  now: Figures,
  { total: before, currency }: Pick<StatisticsAnswer, 'total' | 'currency'>,
  figure: FigureName,
  language: Language,
): string {
  const { change } = STATISTICS[language];
  const [here, there] = [figureNumber(now, figure), figureNumber(before, figure)];
  if (there === undefined) return change.noneBefore;
  const was = change.was(figureText(before, figure, language, currency));
  if (here === undefined) return was;
  const difference = here - there;
  if (Math.abs(difference) < SAME) return `= ${change.same} · ${was}`;
  const unit = typeof now[figure] === 'object' ? 'points' : 'number';
  const amount = rounded(Math.abs(difference), language);
  return difference > 0
    ? `↑ ${change.more[unit](amount)} · ${was}`
    : `↓ ${change.fewer[unit](amount)} · ${was}`;
}
