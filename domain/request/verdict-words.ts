import { type Verdict, VERDICT_QUESTIONS, type VerdictQuestion } from '../asks/verdict.js';
import type { Bilingual, Language } from '../words/language.js';

const SAID: Readonly<Record<VerdictQuestion, { readonly yes: Bilingual; readonly no: Bilingual }>> = {
  contacted: {
    yes: { 'zh-CN': '联系过', en: 'contacted' },
    no: { 'zh-CN': '没联系过', en: 'not contacted' },
  },
  solved: {
    yes: { 'zh-CN': '已解决', en: 'solved' },
    no: { 'zh-CN': '没解决', en: 'not solved' },
  },
  satisfied: {
    yes: { 'zh-CN': '满意', en: 'satisfied' },
    no: { 'zh-CN': '不满意', en: 'not satisfied' },
  },
};

/** "没联系过、已解决": what was said, and nothing of what was not. */
export const verdictText = (verdict: Verdict, language: Language): string =>
  VERDICT_QUESTIONS.flatMap((question) => {
    const said = verdict[question];
    return said === undefined ? [] : [SAID[question][said ? 'yes' : 'no'][language]];
  }).join(language === 'en' ? ', ' : '、');
