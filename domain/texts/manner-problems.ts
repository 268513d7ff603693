import type { Bilingual, Language } from '../words/language.js';
import type { TownSettings } from '../town/schema.js';
import { privateWord } from './private-words.js';
import { fixedWords } from './template.js';
import type { TextKey } from './text-keys.js';

type Sms = Pick<TownSettings, 'sms'>;

/** Texts that tell a resident how texting works must say how to end it; the last one, how to begin again. */
const DUE: Readonly<Partial<Record<TextKey, 'opt-out' | 'opt-in' | 'unmute'>>> = {
  'reply-help-resident': 'opt-out',
  'reply-opted-in': 'opt-out',
  'reply-opted-out': 'opt-in',
  'reply-muted': 'unmute',
};
/** The words by which it is done, as `domain/sms` reads them. */
const WORDS = {
  'opt-out': { 'zh-CN': /退订|TD/i, en: /\bSTOP\b/i },
  'opt-in': { 'zh-CN': /恢复/, en: /\bSTART\b/i },
  unmute: { 'zh-CN': /恢复/, en: /\bunmute\b/i },
} as const;
const SAID = {
  'opt-out': { 'zh-CN': '退订', en: 'STOP' },
  'opt-in': { 'zh-CN': '恢复', en: 'START' },
  unmute: { 'zh-CN': '恢复', en: 'unmute' },
} as const;
const LINK = /https?:|www\./i;

/** Rude, private or by carriers refused parts of a text, however short it is. */
export function mannerProblems(
  key: TextKey,
  language: Language,
  template: string,
  { sms }: Sms,
): Bilingual[] {
  const words = fixedWords(template);
  return [...privacyProblems(words), ...dueProblems(key, language, words), ...carrierProblems(words, sms)];
}

function privacyProblems(words: string): Bilingual[] {
  const word = privateWord(words);
  return word === undefined
    ? []
    : [
        {
          'zh-CN': `含“${word}”：短信不得写病情诊断或身份证号`,
          en: `names "${word}": a text must not hold a diagnosis or an identity number`,
        },
      ];
}

function dueProblems(key: TextKey, language: Language, words: string): Bilingual[] {
  const due = DUE[key];
  if (due === undefined || WORDS[due][language].test(words)) return [];
  const word = SAID[due][language];
  return [{ 'zh-CN': `须写明回复“${word}”`, en: `must say how: text "${word}"` }];
}

function carrierProblems(words: string, sms: TownSettings['sms']): Bilingual[] {
  const signed = Object.values(sms.signature).some((signature) => words.includes(signature.trim()));
  return [
    ...(signed
      ? [
          {
            'zh-CN': '含签名：签名会自动加在开头',
            en: 'holds the signature, which is put in front of it anyway',
          },
        ]
      : []),
    ...(LINK.test(words) && !sms.links
      ? [{ 'zh-CN': '含链接，而本镇不发链接', en: 'holds a link, and the town sends none (sms.links)' }]
      : []),
  ];
}

/** Carriers of +86 numbers refuse a text whose signature is not in these brackets. */
export const signatureProblem = (signature: string, { sms }: Sms): Bilingual | undefined =>
  sms.countryCodes.includes('86') && !/^【[^【】]{2,12}】$/.test(signature)
    ? {
        'zh-CN': `“${signature}”须为 2 至 12 个字并放在【】中`,
        en: `"${signature}" must be 2 to 12 characters in 【】, or +86 carriers refuse the texts`,
      }
    : undefined;
