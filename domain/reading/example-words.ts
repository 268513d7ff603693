import { isFamilyName } from './gazetteer.js';
import { E_MAIL, SPACED_NUMBER } from './tells-who.js';

/** As much of a text as an example holds: who writes says what is the matter before that. Characters. */
const LONGEST = 200;

const DIGIT = '[0-9０-９]';
/** As people write the number of a house: 12, 十二, 五零二. */
const NUMERAL = '[零〇一二三四五六七八九十百]';
const NUMBER = `(?:${DIGIT}+|${NUMERAL}+)`;
/** The same as the first digit of a house: within a number, or behind its dash, it has been looked at before. */
const FIRST_NUMBER = `(?:(?<!${DIGIT})${DIGIT}+|(?<!${NUMERAL})${NUMERAL}+)`;

/**
 * A number of so many digits tells one person, house, meter or account from another; 幺 is how a one is said on the
 * telephone.
 */
const LONG_NUMBER = /(?:[0-9０-９]|[零〇一二三四五六七八九幺]){5,}[XxＸｘ]?/g;

const HOUSES: readonly RegExp[] = [
  // 3号楼2单元502室, 12号, 12-3号院, 十二号; the room may follow without a word of its own.
  new RegExp(
    `${FIRST_NUMBER}(?:[-－—之]${NUMBER})*(?:号|號)(?:楼|院|门(?!口)|房|铺|户|宅)?(?:${NUMBER}单元)?(?:${DIGIT}+|${NUMBER}(?=室|户|房))?(?:室|户|房)?`,
    'g',
  ),
  new RegExp(`${FIRST_NUMBER}(?:栋|幢|单元)(?:${NUMBER}单元)?(?:${DIGIT}+)?(?:室|户|房)?`, 'g'),
  new RegExp(`${FIRST_NUMBER}[楼座]${DIGIT}{2,}(?:室|户|房)?`, 'g'),
  new RegExp(`(?<!${DIGIT})${DIGIT}{2,}室`, 'g'),
  /\b(?:no\.?|number|house|flat|apt\.?|apartment|unit|room|building|block)\s?#?\d+(?:[-/]\d+)?[a-z]?\b/gi,
  /#\s?\d+[a-z]?\b/gi,
  /\b\d+[a-z]?(?=\s+(?:[a-z'’]+\s+){1,2}(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|terrace|row)\b)/gi,
];

/** Whoever texts and gives no name elsewhere says it like this. */
const SAYS_NAME = /((?:我叫|俺叫|本人叫|姓名[:：]?\s?))(\p{Script=Han}{2,3})/gu;
const SAYS_LATIN_NAME = /(\bmy name(?:'s|’s| is)\s)[a-z'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?/giu;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A Latin name is left out by its parts too: people sign with one. Two letters are more often a word than a name. */
const partsOf = (name: string): string[] => {
  const whole = name.trim();
  return [
    whole,
    ...(/\p{Script=Han}/u.test(whole) ? [] : whole.split(/\s+/).filter((part) => part.length > 2)),
  ];
};

/** The longest first, so that no longer one is left in pieces. A single character would be found everywhere. */
function withoutThese(words: string, personal: readonly string[]): string {
  const pieces = [...new Set(personal.flatMap(partsOf))].filter((piece) => piece.length > 1);
  return pieces
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, piece) => {
      const isLatin = /^[\p{Script=Latin}\s'’.-]+$/u.test(piece);
      const found = isLatin ? String.raw`(?<!\p{L})${escaped(piece)}(?!\p{L})` : escaped(piece);
      return left.replaceAll(new RegExp(found, 'giu'), '');
    }, words);
}

const withoutSaidNames = (words: string): string =>
  words
    .replaceAll(SAYS_NAME, (all: string, before: string, name: string) =>
      isFamilyName(name.charAt(0)) ? before : all,
    )
    .replaceAll(SAYS_LATIN_NAME, '$1');

/** Not in the middle of a character that takes two places. */
const cut = (words: string): string => words.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');

/**
 * The words without who says them: no names, telephone and identity numbers, e-mail addresses, houses. Villages and
 * their groups stay, for they teach the place.
 */
export function impersonal(words: string, personal: readonly string[]): string {
  const nameless = withoutSaidNames(withoutThese(words, personal));
  const numberless = nameless
    .replaceAll(E_MAIL, '')
    .replaceAll(SPACED_NUMBER, '')
    .replaceAll(LONG_NUMBER, '');
  const homeless = HOUSES.reduce((left, house) => left.replaceAll(house, ''), numberless);
  return cut(
    homeless
      .replaceAll(/\s+/g, ' ')
      // Examples stand in a file that people open with a spreadsheet: none begins like a formula.
      .replace(/^[\s,，。;；:：、=+\-@＝＋－＠]+/, '')
      .trim(),
  );
}
