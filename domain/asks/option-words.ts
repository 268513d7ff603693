import type { Language } from '../town/language.js';
import { ASK_KINDS, type AskKind, type AskOption } from './ask-kinds.js';

const HAN = /\p{Script=Han}/u;

/** The word for an option as people read it: the kind's first keyword in their language. */
export function optionWord(kind: AskKind, option: AskOption, language: Language): string {
  const keywords = ASK_KINDS[kind].find((rule) => rule.option === option)?.keywords ?? [];
  const word = keywords.find((keyword) => HAN.test(keyword) === (language === 'zh-CN'));
  return word ?? option;
}

/** "1收到 2转办", as offered. */
export function optionList(kind: AskKind, options: readonly AskOption[], language: Language): string {
  const gap = language === 'en' ? ' ' : '';
  return ASK_KINDS[kind]
    .filter((rule) => options.includes(rule.option))
    .map((rule) => `${rule.number}${gap}${optionWord(kind, rule.option, language)}`)
    .join(language === 'en' ? ', ' : ' ');
}
