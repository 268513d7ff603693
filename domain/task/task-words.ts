import { localDateTimeText } from '../calendar/local-date-time-text.js';
import type { Bilingual, Language } from '../words/language.js';
import type { Town } from '../town/schema.js';
import type { TaskRecord, TaskResult } from './task-record.js';

const OPEN: Bilingual = { 'zh-CN': '待办', en: 'open' };
const RESULT: Readonly<Record<TaskResult, Bilingual>> = {
  well: { 'zh-CN': '情况正常', en: 'well' },
  problem: { 'zh-CN': '发现问题', en: 'a problem' },
  passed: { 'zh-CN': '合格', en: 'passed' },
  failed: { 'zh-CN': '不合格', en: 'failed' },
  satisfied: { 'zh-CN': '满意', en: 'satisfied' },
  unsatisfied: { 'zh-CN': '不满意', en: 'not happy' },
  'not-reached': { 'zh-CN': '未接通', en: 'unreached' },
  rectified: { 'zh-CN': '已整改', en: 'put right' },
  replied: { 'zh-CN': '已回复', en: 'answered' },
  reviewed: { 'zh-CN': '已复盘', en: 'reviewed' },
  cleared: { 'zh-CN': '已销号', en: 'cleared' },
  missed: { 'zh-CN': '逾期未办', en: 'missed' },
  referred: { 'zh-CN': '已转出', en: 'passed on' },
};

/** How a task stands, in at most ten characters. */
export const taskStatusWord = ({ result }: Pick<TaskRecord, 'result'>, language: Language): string =>
  (result === undefined ? OPEN : RESULT[result])[language];

/** Where it is: the grid or the department by name. */
export function taskPlace(
  task: Pick<TaskRecord, 'grid' | 'department'>,
  town: Town,
  language: Language,
): string {
  const grid = town.grids.find(({ number }) => number === task.grid);
  const department = town.departments.find(({ id }) => id === task.department);
  return (grid ?? department)?.name[language] ?? '';
}

export const taskDue = (at: number | undefined, town: Town, language: Language): string =>
  at === undefined ? '' : localDateTimeText(at, town.settings.timeZone, language);
