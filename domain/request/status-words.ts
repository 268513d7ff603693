import type { Path } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';
import type { RequestRecord, Status } from './record.js';
import type { ClosedAs } from './timeline.js';

const STATUS: Readonly<Record<Status, Bilingual>> = {
  received: { 'zh-CN': '已登记', en: 'received' },
  assigned: { 'zh-CN': '已派单', en: 'assigned' },
  accepted: { 'zh-CN': '已签收', en: 'taken on' },
  coordinating: { 'zh-CN': '部门办理中', en: 'in hand' },
  awaiting_confirmation: { 'zh-CN': '待评价', en: 'rating due' },
  closed: { 'zh-CN': '已办结', en: 'closed' },
  withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
};

export const CLOSED_AS: Readonly<Record<ClosedAs, Bilingual>> = {
  satisfied: { 'zh-CN': '满意', en: 'satisfied' },
  no_answer: { 'zh-CN': '未评价', en: 'no answer' },
  refused: { 'zh-CN': '不予办理', en: 'refused' },
  referred: { 'zh-CN': '已转介', en: 'referred' },
  joined: { 'zh-CN': '并案办结', en: 'joined' },
  withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
};

export const PATH_NAMES: Readonly<Record<Path, Bilingual>> = {
  'same-day': { 'zh-CN': '当日办结', en: 'same day' },
  programme: { 'zh-CN': '专项项目', en: 'programme' },
  emergency: { 'zh-CN': '紧急事项', en: 'emergency' },
  petition: { 'zh-CN': '信访', en: 'petition' },
  coordinated: { 'zh-CN': '部门协办', en: 'coordinated' },
};

/** How a request stands, in at most ten characters. */
export const statusWord = ({ status }: Pick<RequestRecord, 'status'>, language: keyof Bilingual): string =>
  STATUS[status][language];
