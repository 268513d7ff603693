export const E_MAIL = /(?<![\w.+-])[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+/g;
/** With spaces, dashes and brackets, as telephone numbers are written; kept where it has fewer than seven digits. */
export const SPACED_NUMBER = /[+＋]?[(（]?[0-9０-９](?:[\s\-－().（）]{0,2}[0-9０-９]){6,}[XxＸｘ]?/g;
/** Not within a longer number, however that is spaced: a telephone number may hold what looks like a year. */
const BEGINS = String.raw`(?<![0-9０-９][\s\-－().（）]{0,2})`;
const ENDS = String.raw`(?![.\-－]?[0-9０-９])`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = String.raw`(?:[12]\d|3[01]|0?[1-9])`;
const DATE = String.raw`(?:19|20)\d\d[.-]${MONTH}[.-]${DAY}`;
const SHORT_DATE = String.raw`${MONTH}\.${DAY}`;
const TO = String.raw`\s?[-－]\s?`;
const SUM = String.raw`[1-9]\d{0,6}(?:\.\d{1,2})?`;
const SUMS = `${SUM}(?:${TO}${SUM})?`;

/** Of as many digits as a telephone number: 2026.8.24, 10.24-11.30, 1500-2000元. */
const DATES_AND_SUMS: readonly RegExp[] = [
  new RegExp(`${BEGINS}${DATE}(?:${TO}(?:${DATE}|${SHORT_DATE}|${DAY}))?${ENDS}`, 'g'),
  new RegExp(`${BEGINS}${SHORT_DATE}${TO}${SHORT_DATE}${ENDS}`, 'g'),
  new RegExp(String.raw`[¥￥]\s?${SUMS}${ENDS}`, 'g'),
  new RegExp(String.raw`${BEGINS}${SUMS}(?=\s?多?(?:万?[元块]|yuan\b|RMB\b|CNY\b))`, 'gi'),
];

/** Whether words hold a number or an address by which one person is reached or known. */
export function tellsWho(words: string): boolean {
  const rest = DATES_AND_SUMS.reduce((left, pattern) => left.replaceAll(pattern, '，'), words);
  return [E_MAIL, SPACED_NUMBER].some((pattern) => rest.search(pattern) >= 0);
}
