import { foldText } from '../words/fold-text.js';

/** The sum that words name, nothing, or something that is not clear and must be asked for again. */
export type ReadYuan = number | 'none' | 'unclear';

const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const UNIT = String.raw`(?:元|块钱|yuan|rmb)`;
/** "500元", "1.2万元", "500 yuan", "¥500"; the first group stands before the unit, the second behind the sign. */
const AMOUNT = new RegExp(String.raw`(?<!\d)(${DIGITS}(?:\s*万)?)\s*${UNIT}|[¥￥]\s*(${DIGITS})`, 'g');
/** "五百元": a sum, but not one to be guessed at. */
const WRITTEN_OUT = /[一二三四五六七八九十百千万两]\s*(?:元|块钱)/;
const TEN_THOUSAND = 10_000;

/** The sum in yuan that words mark as one, to the hundredth. Of two sums nobody knows which was given. */
export function readYuan(words: string): ReadYuan {
  const folded = foldText(words);
  const found = [...folded.matchAll(AMOUNT)];
  const rest = folded.replaceAll(AMOUNT, '');
  if (found.length > 1 || WRITTEN_OUT.test(rest)) return 'unclear';
  const [amount] = found;
  if (!amount) return 'none';
  const written = (amount[1] ?? amount[2] ?? '').replaceAll(/[,\s]/g, '');
  const yuan = Number(written.replace('万', '')) * (written.endsWith('万') ? TEN_THOUSAND : 1);
  const cents = Math.round(yuan * 100);
  return cents > 0 && Math.abs(cents - yuan * 100) < 1e-6 ? cents / 100 : 'unclear';
}
