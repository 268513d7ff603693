import { showRequestId } from '../codes/request-id.js';
import { documentNames } from '../programme/documents.js';
import { momentText } from '../appointments/moment.js';
import type { Bilingual, Language } from '../words/language.js';
import { CORRECTED_NAMES, correctedValue } from './corrected-words.js';
import type { Rules } from './decision.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import type { FieldsOf, TimelineEntry, TimelineType } from './timeline.js';
import { RESIDENT_SENTENCES } from './resident-sentences.js';
import { CLOSED_AS } from './status-words.js';
import { verdictText } from './verdict-words.js';
import { verdictOfEntry } from './verdicts.js';
import { dueOnPage, staffName } from './words.js';
import { moneyText } from '../words/money-text.js';

/**
 * {by} and {to} are people or departments, {step} a step or stage, {due} a time, {amount} a sum, {other} a request,
 * {what} was corrected, from {was} to {now}; {times} how often, {note} a person's words, {as} how it was closed,
 * {agreed} the date of an appointment with words to it, {documents} what is missing, {verdict} what its resident said
 * at closure.
 */
const SENTENCES: Readonly<Record<TimelineType, Bilingual>> = {
  received: { 'zh-CN': '已登记', en: 'Received' },
  placed: { 'zh-CN': '已派单给{to}', en: 'Assigned to {to}' },
  unplaced: { 'zh-CN': '位置不明，已请{to}分派', en: 'The place is unclear; {to} was asked to assign it' },
  confidential: {
    'zh-CN': '涉及工作人员，由督查组{to}保密办理',
    en: 'About staff: {to} of the inspection team handles it in confidence',
  },
  'consent-asked': {
    'zh-CN': '不属于反映工作人员的问题，已征求本人意见是否转为一般事项，{due}前答复',
    en: 'No complaint about staff; the sender was asked whether it may go the normal way, answer due {due}',
  },
  consented: {
    'zh-CN': '本人同意按一般事项办理',
    en: 'The sender agrees that it goes the normal way',
  },
  'stays-confidential': { 'zh-CN': '继续由督查组保密办理', en: 'It stays with the inspection team' },
  danger: {
    'zh-CN': '本人确认有人有危险，按紧急事项办理',
    en: 'The sender says that somebody is in danger: an emergency',
  },
  'no-danger': { 'zh-CN': '本人说明没有危险', en: 'The sender says that nobody is in danger' },
  'asked-back': {
    'zh-CN': '已请本人补充说明，{due}前答复',
    en: 'The sender was asked for more, answer due {due}',
  },
  said: { 'zh-CN': '本人已补充说明', en: 'The sender said more' },
  remark: { 'zh-CN': '{by}补充：{note}', en: '{by} adds: {note}' },
  urged: { 'zh-CN': '{by}催办{to}，共{times}次', en: '{by} reminded {to} ({times} so far)' },
  'news-asked': {
    'zh-CN': '居民询问进展，已告知经办人',
    en: 'The resident asked for news; whoever has it was told',
  },
  asked: { 'zh-CN': '已请{to}办理{step}，{due}前答复', en: 'Asked {to}{step}, answer due {due}' },
  silent: { 'zh-CN': '{by}未按时答复，已转请{to}', en: '{by} did not answer in time; {to} was asked' },
  declined: { 'zh-CN': '{by}去不了，已转请{to}：{note}', en: '{by} cannot come; {to} was asked: {note}' },
  told: { 'zh-CN': '已告知{to}', en: '{to} was told' },
  'call-list': {
    'zh-CN': '逐级无人应答，已请值班室和领导打电话找人',
    en: 'Nobody on the ladder answered; the desk and the leaders were asked to call further contacts',
  },
  raised: { 'zh-CN': '有危险，转为紧急事项办理', en: 'Somebody is in danger: an emergency from here on' },
  called: { 'zh-CN': '{by}打通{to}：{note}', en: '{by} reached {to} by telephone: {note}' },
  'call-unanswered': { 'zh-CN': '{by}致电{to}，没有打通：{note}', en: '{by} called {to}, no answer: {note}' },
  'on-the-way': { 'zh-CN': '{by}已出发：{note}', en: '{by} is on the way: {note}' },
  'on-site': { 'zh-CN': '{by}已到现场：{note}', en: '{by} is on site: {note}' },
  safe: { 'zh-CN': '{by}报告险情已排除', en: '{by} reports that it is safe' },
  restored: { 'zh-CN': '{by}报告已恢复正常', en: '{by} reports that all is restored' },
  'stood-down': { 'zh-CN': '{by}解除险情：{note}', en: '{by} stood everybody down: {note}' },
  undone: { 'zh-CN': '{by}撤销了上一步', en: '{by} took the last step back' },
  accepted: { 'zh-CN': '{by}已签收', en: '{by} has taken it on' },
  'taken-up': { 'zh-CN': '已受理，{due}前办结', en: 'Taken up, to be settled by {due}' },
  transferred: { 'zh-CN': '{by}转办：{note}', en: '{by} passed it on: {note}' },
  coordinating: { 'zh-CN': '已请有关部门办理', en: 'The departments concerned were asked' },
  stage: { 'zh-CN': '已开始{step}环节', en: 'Stage{step} began' },
  'step-done': { 'zh-CN': '{by}完成{step}：{note}', en: '{by} completed{step}: {note}' },
  appointment: { 'zh-CN': '{by}约定时间：{agreed}', en: '{by} made an appointment: {agreed}' },
  aid: { 'zh-CN': '{by}登记救助{amount}', en: '{by} recorded aid of {amount}' },
  session: { 'zh-CN': '{by}主持调解：{note}', en: '{by} held a mediation session: {note}' },
  extended: { 'zh-CN': '{by}延期到{due}：{note}', en: '{by} needs until {due}: {note}' },
  'documents-asked': {
    'zh-CN': '{by}一次性告知还缺：{documents}，请{due}前备齐；等材料期间不计时',
    en: '{by} asked for what is missing: {documents}, to be brought by {due}; the clock stands still until then',
  },
  reminded: { 'zh-CN': '已提醒居民备齐材料，{due}前', en: 'The resident was reminded, until {due}' },
  'documents-brought': {
    'zh-CN': '居民已备齐材料，{to}继续办理，{due}前答复',
    en: 'The resident brought the documents; {to} goes on, answer due {due}',
  },
  'documents-not-brought': {
    'zh-CN': '材料到期未备齐，{to}按现有材料继续办理，{due}前答复',
    en: 'The documents were not brought in time; {to} goes on without them, answer due {due}',
  },
  'sign-off-asked': {
    'zh-CN': '{by}拟再次要求补件：{documents}，已请{to}签批',
    en: '{by} wants to ask again for {documents}; {to} must agree',
  },
  'sign-off-given': { 'zh-CN': '{by}准许再次补件：{note}', en: '{by} agreed to asking again: {note}' },
  'sign-off-denied': {
    'zh-CN': '{by}不准再次补件，{to}继续办理，{due}前答复：{note}',
    en: '{by} did not agree to asking again; {to} goes on, answer due {due}: {note}',
  },
  unpaused: { 'zh-CN': '重新计时，{due}前办结', en: 'The clock runs again, until {due}' },
  'waiting-for-place': {
    'zh-CN': '名额已满，正在排队，排队期间不计时',
    en: 'No place is free; it waits its turn, and the clock stands still until then',
  },
  'place-given': { 'zh-CN': '已有名额', en: 'A place was allotted' },
  'yellow-card': { 'zh-CN': '黄牌：{due}到期，已提醒{to}', en: 'Yellow card: due {due}, {to} was warned' },
  'red-card': {
    'zh-CN': '红牌：已过{due}的期限，已请{to}督办',
    en: 'Red card: {due} has passed, {to} must answer for it',
  },
  returned: {
    'zh-CN': '{by}答复{step}不由其办理：{note}；已请{to}决定，{due}前答复',
    en: '{by} says that{step} is not theirs: {note}; {to} decides by {due}',
  },
  'step-refused': { 'zh-CN': '{step}不办，其他继续：{note}', en: 'Without{step}; the others go on: {note}' },
  'called-in': { 'zh-CN': '{by}请{departments}一起办理：{note}', en: '{by} called {departments}: {note}' },
  refused: { 'zh-CN': '{by}不予办理：{note}', en: '{by} refused it: {note}' },
  done: { 'zh-CN': '{by}已办结：{note}', en: 'Done by {by}: {note}' },
  'asked-resident': { 'zh-CN': '已请居民评价，{due}前答复', en: 'The resident was asked, answer due {due}' },
  satisfied: { 'zh-CN': '居民评价：{verdict}：{note}', en: 'The resident says: {verdict}: {note}' },
  unsatisfied: { 'zh-CN': '居民评价：{verdict}：{note}', en: 'The resident says: {verdict}: {note}' },
  'no-answer': { 'zh-CN': '居民未答复', en: 'The resident did not answer' },
  reopened: { 'zh-CN': '已重新办理', en: 'Reopened' },
  joined: { 'zh-CN': '与{other}是同一件事，合并办理', en: 'The same event as {other}; handled together' },
  withdrawn: { 'zh-CN': '居民撤回', en: 'Withdrawn by the resident' },
  attention: { 'zh-CN': '办理中断，已请{to}处理', en: 'A step failed; {to} was asked to look at it' },
  resumed: { 'zh-CN': '{by}已恢复办理', en: 'Taken up again by {by}' },
  corrected: {
    'zh-CN': '{by}更正{what}：由{was}改为{now}；原因：{note}',
    en: '{by} corrected the {what} from {was} to {now}: {note}',
  },
  'review-due': { 'zh-CN': '已请{to}复盘', en: '{to} was asked to look back on it' },
  'cause-due': {
    'zh-CN': '同一地点多次发生，已请{to}查找原因',
    en: 'It has come again at this place; {to} was asked to find out why',
  },
  'follow-up-due': { 'zh-CN': '回访到期', en: 'A follow-up is due' },
  closed: { 'zh-CN': '已结案：{as}', en: 'Closed: {as}' },
};

/** At the end of a ladder whoever let the time pass is asked again. */
const ASKED_AGAIN: Bilingual = {
  'zh-CN': '{by}未按时答复，已再次提醒',
  en: '{by} did not answer in time and was asked again',
};
const UNEXPLAINED: Bilingual = { 'zh-CN': '未说明', en: 'no reason given' };
const RESIDENT: Bilingual = { 'zh-CN': '居民', en: 'The resident' };
const YOU: Bilingual = { 'zh-CN': '您', en: 'You' };

/** One entry of the timeline as a sentence. What an entry does not say leaves no gap: its separator goes with it. */
export function describeEntry(
  entry: TimelineEntry,
  record: RequestRecord,
  rules: Rules,
  language: Language,
  reader: 'staff' | 'resident' = 'staff',
): string {
  const isResident = reader === 'resident';
  const sentence = sentenceOf(entry, isResident);
  const resident = (isResident ? YOU : RESIDENT)[language];
  const said: FieldsOf<TimelineEntry> = entry;
  const values: Readonly<Record<string, string>> = {
    by: nameOf(said.by, rules, language) || (entry.type === 'remark' ? resident : ''),
    to: nameOf(said.to, rules, language),
    step: stepName(said.step, record, rules, language),
    due: dueOnPage(said.due, rules, language),
    other: said.other === undefined ? '' : showRequestId(said.other),
    amount: said.yuan === undefined ? '' : moneyText(said.yuan, language, rules.town.settings.currency),
    times: String(said.times ?? ''),
    note: said.note ?? (said.unexplained ? UNEXPLAINED[language] : ''),
    as: said.as === undefined ? '' : CLOSED_AS[said.as][language],
    agreed: agreedOf(said, language),
    documents: documentsOf(said, record, rules, language),
    ...correctionOf(entry, rules, language),
    verdict:
      entry.type === 'satisfied' || entry.type === 'unsatisfied'
        ? verdictText(verdictOfEntry(entry), language)
        : '',
    departments: (said.departments ?? [])
      .map((id) => nameOf(id, rules, language))
      .join(language === 'en' ? ', ' : '、'),
  };
  return sentence[language]
    .replaceAll(/\{(\w+)\}/g, (_match, name: string) => values[name] ?? '')
    .replace(/^You adds(?=:|$)/, 'You add')
    .replace(/[:：，,；]\s*(?:原因：)?$/, '')
    .replace(/^Done by (?=:|$)/, 'Done')
    .replace(/^Taken up again by $/, 'Taken up again')
    .trim();
}

function sentenceOf(entry: TimelineEntry, isResident: boolean): Bilingual {
  if (entry.type === 'silent' && entry.by === entry.to) return ASKED_AGAIN;
  return (isResident ? RESIDENT_SENTENCES[entry.type] : undefined) ?? SENTENCES[entry.type];
}

function nameOf(who: string | undefined, rules: Rules, language: Language): string {
  if (who === undefined || who === 'resident' || who === 'system') return '';
  return (
    (staffName(rules.town, who) || rules.town.departments.find(({ id }) => id === who)?.name[language]) ??
    rules.town.settings.emergencies?.lastLine.contacts.find(({ id }) => id === who)?.name[language] ??
    who
  );
}

/** What a step of a request's programme is called, or a stage of it. */
export function nameOfStep(step: string, record: RequestRecord, rules: Rules, language: Language): string {
  const { stages } = programmeOf(record, rules);
  const found =
    stages.find(({ id }) => id === step) ??
    stages.flatMap((stage) => stage.steps).find(({ id }) => id === step);
  // Of a department that was called, and is not any more, the step is named after it.
  return found?.name[language] ?? nameOf(step, rules, language);
}

function stepName(step: string | undefined, record: RequestRecord, rules: Rules, language: Language): string {
  if (step === undefined) return '';
  const name = nameOfStep(step, record, rules, language);
  return language === 'en' ? ` (${name})` : `“${name}”`;
}

const documentsOf = (
  { documents }: FieldsOf<TimelineEntry>,
  record: RequestRecord,
  rules: Rules,
  language: Language,
): string => (documents === undefined ? '' : documentNames(programmeOf(record, rules), documents, language));

function correctionOf(entry: TimelineEntry, rules: Rules, language: Language): Record<string, string> {
  if (entry.type !== 'corrected') return {};
  const { what, was, now } = entry;
  return {
    what: CORRECTED_NAMES[what][language],
    was: correctedValue(entry, was, rules, language),
    now: correctedValue(entry, now, rules, language),
  };
}

/** The date that was read, and what else was said of it; of an appointment whose date nobody read, the words. */
function agreedOf({ appointment, note = '' }: FieldsOf<TimelineEntry>, language: Language): string {
  const when = appointment ? momentText(appointment, language) : '';
  return [when, note].filter((part) => part !== '').join(language === 'en' ? ', ' : '，');
}
