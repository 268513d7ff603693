import type { Language } from '../words/language.js';
import { ASK_KINDS, type AskKind, type AskOption, type OptionRule } from './ask-kinds.js';

const HAN = /\p{Script=Han}/u;

/** The word for an option as people read it: the kind's first keyword in their language. */
export function optionWord(kind: AskKind, option: AskOption, language: Language): string {
  const keywords = ASK_KINDS[kind].find((rule) => rule.option === option)?.keywords ?? [];
  const word = keywords.find((keyword) => HAN.test(keyword) === (language === 'zh-CN'));
  return word ?? option;
}

/** The word by which an option is offered. */
export const offeredWord = (kind: AskKind, option: AskOption, language: Language): string =>
  ASK_KINDS[kind].find((rule) => rule.option === option)?.offered?.[language] ??
  optionWord(kind, option, language);

/** "1收到 4转办": what a text offers. */
export const optionList = (
  kind: AskKind,
  options: readonly AskOption[],
  language: Language,
  /** The word for "done" here, where the kind's own says too little. */
  done?: string,
): string => {
  const list = listOf(kind, options, language, () => '');
  return done === undefined ? list : list.replace(optionWord(kind, 'done', language), done);
};

/** "1收到 4转办(单位)": the same with what is to be written beside each, for whoever was not understood. */
export const optionGuide = (
  kind: AskKind,
  options: readonly AskOption[],
  language: Language,
  /** By the earlier digits, which the ask's own text offered. */
  before = false,
): string =>
  listOf(
    kind,
    options,
    language,
    ({ says }) => (says === undefined ? '' : `${language === 'en' ? ' ' : ''}(${says[language]})`),
    ({ number, numberBefore }) => (before ? numberBefore : number),
  );

function listOf(
  kind: AskKind,
  options: readonly AskOption[],
  language: Language,
  what: (rule: OptionRule) => string,
  digit: (rule: OptionRule) => number = ({ number }) => number,
): string {
  const gap = language === 'en' ? ' ' : '';
  return ASK_KINDS[kind]
    .filter(({ option, unlisted }) => options.includes(option) && !unlisted)
    .toSorted((a, b) => digit(a) - digit(b))
    .map((rule) => `${digit(rule)}${gap}${offeredWord(kind, rule.option, language)}${what(rule)}`)
    .join(language === 'en' ? ', ' : ' ');
}
