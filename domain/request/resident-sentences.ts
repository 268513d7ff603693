import type { Bilingual } from '../words/language.js';
import type { TimelineType } from './timeline.js';

/** A resident's own acts, as they are told to themselves; the names in braces are those of `describe-entry.ts`. */
export const RESIDENT_SENTENCES: Readonly<Partial<Record<TimelineType, Bilingual>>> = {
  confidential: {
    'zh-CN': '由督查组{to}保密办理，不告诉您反映的人员',
    en: '{to} of the inspection team handles it in confidence; whom it is about is not told',
  },
  'consent-asked': {
    'zh-CN': '督查组认为不属于反映工作人员的问题，请您{due}前答复是否转为一般事项办理',
    en: 'The inspection team thinks that it is not about staff; you were asked whether it may go the normal way, answer due {due}',
  },
  consented: { 'zh-CN': '您同意按一般事项办理', en: 'You agree that it goes the normal way' },
  danger: {
    'zh-CN': '您确认有人有危险，按紧急事项办理',
    en: 'You say that somebody is in danger: an emergency',
  },
  'no-danger': { 'zh-CN': '您说明没有危险', en: 'You say that nobody is in danger' },
  'asked-back': { 'zh-CN': '已请您补充说明，{due}前答复', en: 'You were asked for more, answer due {due}' },
  said: { 'zh-CN': '您已补充说明', en: 'You said more' },
  'news-asked': {
    'zh-CN': '您询问进展，已告知经办人',
    en: 'You asked for news; whoever deals with it was told',
  },
  'documents-asked': {
    'zh-CN': '{by}一次性告知还缺：{documents}，请您{due}前备齐；等材料期间不计时',
    en: '{by} asked you for what is missing: {documents}, to be brought by {due}; the clock stands still until then',
  },
  reminded: { 'zh-CN': '已提醒您备齐材料，{due}前', en: 'You were reminded, until {due}' },
  'documents-brought': {
    'zh-CN': '您已备齐材料，{to}继续办理，{due}前答复',
    en: 'You brought the documents; {to} goes on, answer due {due}',
  },
  'documents-not-brought': {
    'zh-CN': '材料到期未备齐，{to}按现有材料继续办理，{due}前答复',
    en: 'The documents did not come in time; {to} goes on without them, answer due {due}',
  },
  'asked-resident': {
    'zh-CN': '已请您评价，{due}前答复',
    en: 'You were asked how it was, answer due {due}',
  },
  satisfied: { 'zh-CN': '您的评价：{verdict}：{note}', en: 'You said: {verdict}: {note}' },
  unsatisfied: { 'zh-CN': '您的评价：{verdict}：{note}', en: 'You said: {verdict}: {note}' },
  'no-answer': { 'zh-CN': '您没有答复', en: 'You did not answer' },
  // Why is told among the staff; what it was taken for says enough.
  corrected: {
    'zh-CN': '已更正{what}：由{was}改为{now}',
    en: 'The {what} was corrected from {was} to {now}',
  },
  withdrawn: { 'zh-CN': '您已撤回', en: 'You withdrew it' },
};
