import type { AskKind, AskOption } from '../asks/ask-kinds.js';
import { optionWord } from '../asks/option-words.js';
import { pageOptionWord } from '../asks/page-option-words.js';
import type { Milestone } from '../town/schema.js';
import type { Bilingual, Language } from '../words/language.js';
import { upperFirst } from '../words/upper-first.js';

/** In an emergency "1" says how far somebody is. */
export const REACHED: Readonly<Record<Milestone, Bilingual>> = {
  'on-the-way': { 'zh-CN': '已出发', en: 'on the way' },
  'on-site': { 'zh-CN': '已到场', en: 'on site' },
  safe: { 'zh-CN': '已排除', en: 'safe' },
  restored: { 'zh-CN': '已恢复', en: 'restored' },
};

/** An answer as it is offered and said back: how far somebody is, where it says that; they have not done all of it. */
export const answerWord = (
  kind: AskKind,
  option: AskOption,
  milestone: Milestone | undefined,
  language: Language,
): string => (milestone === undefined ? optionWord(kind, option, language) : REACHED[milestone][language]);

/** The same in the console, which says in full what a text says in a word. */
export const answerOnPage = (
  kind: AskKind,
  option: AskOption,
  milestone: Milestone | undefined,
  language: Language,
): string =>
  milestone === undefined ? pageOptionWord(kind, option, language) : upperFirst(REACHED[milestone][language]);
