import { WAIT_REASONS, type WaitReason } from '../request/waits-for.js';
import type { Bilingual, Language } from '../words/language.js';
import type { DayCounts } from './bulletin.js';

/** The reasons why requests wait, in as few characters as a text has left. */
const WORDS: Readonly<Record<WaitReason, Bilingual>> = {
  start: { 'zh-CN': '待启动', en: 'starting' },
  question: { 'zh-CN': '待补充', en: 'sender' },
  placing: { 'zh-CN': '待派单', en: 'to place' },
  acceptance: { 'zh-CN': '待签收', en: 'to take' },
  grid: { 'zh-CN': '网格办', en: 'grid' },
  department: { 'zh-CN': '部门办', en: 'dept' },
  documents: { 'zh-CN': '待补件', en: 'papers' },
  'sign-off': { 'zh-CN': '待签批', en: 'sign-off' },
  confirmation: { 'zh-CN': '待评价', en: 'resident' },
  place: { 'zh-CN': '排队', en: 'in line' },
  'first-report': { 'zh-CN': '待并案', en: 'joined' },
  attention: { 'zh-CN': '受阻', en: 'stuck' },
};
const NOTHING: Bilingual = { 'zh-CN': '无', en: 'none' };

/** The requests carried over, by reason, most first: "部门办2 待评价1". */
export function waitingText({ waiting }: Pick<DayCounts, 'waiting'>, language: Language): string {
  const counted = WAIT_REASONS.map((reason) => ({ reason, count: waiting[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  if (counted.length === 0) return NOTHING[language];
  const gap = language === 'en' ? ' ' : '';
  return counted.map(({ reason, count }) => `${WORDS[reason][language]}${gap}${count}`).join(' ');
}
