import { askedBefore } from '../asks/asked-before.js';
import { optionList } from '../asks/option-words.js';
import { staffAt } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { inOffice } from '../posts/in-office.js';
import { pointNames, pointsText } from './form-points.js';
import type { Placeholder, TextKey } from '../texts/text-keys.js';
import type { Language } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { placeName, staffLanguage, staffName } from '../request/words.js';
import type { TaskNotice } from './task-decision.js';
import type { TaskRecord } from './task-record.js';
import { taskDue, taskPlace } from './task-words.js';

function responsibleName({ responsible = '', grid }: TaskRecord, town: Town, language: Language): string {
  const department = town.departments.find(({ id }) => id === responsible);
  return department?.name[language] ?? staffName(town, inOffice(town, responsible, { grid }));
}

/** Tells the duty leader who is late with what. */
export function overdueNotice(
  task: TaskRecord,
  town: Town,
  { silent, due, at }: { silent: string; due: number; at: number },
): TaskNotice[] {
  const { dutyLeader } = town.settings.departments;
  const { staff } = staffAt({ town }, { ladder: 'department', department: dutyLeader }, 0, at);
  const language = staffLanguage(town, staff);
  const values = {
    person: staffName(town, silent),
    step: task.title[language],
    place: taskPlace(task, town, language),
    due: taskDue(due, town, language),
  };
  return [{ staff, text: 'told-task-overdue', values }];
}

/** The finding of a call is put right, and checked again, by the request it is about. */
const textOf = (task: TaskRecord, kind: PlannedAsk['kind']): TextKey => {
  if (task.kind === 'cause' && kind !== 'attention') return 'ask-cause';
  const aboutRequest = task.request !== undefined;
  switch (kind) {
    case 'follow-up':
    case 'check':
    case 'call':
    case 'supervision':
    case 'review':
      return `ask-${kind}`;
    case 'rectification':
    case 're-check':
      return aboutRequest ? `ask-${kind}-request` : `ask-${kind}`;
    default:
      return 'ask-task-attention';
  }
};

/** The form by which it is checked. */
const formOf = ({ method }: TaskRecord, { inspections }: Town) =>
  inspections.methods.find(({ id }) => id === method)?.form ?? [];

/** The finding: the points that did not hold, said so since their names say that they do, and the words on them. */
function foundText(task: TaskRecord, town: Town, language: Language): string {
  const { points = [], words = '' } = task.finding ?? {};
  const named = pointNames(points, formOf(task, town), language);
  const failed = named && (language === 'en' ? `${named} (failed)` : `${named}不合格`);
  return [failed, words].filter(Boolean).join(language === 'en' ? ': ' : '：');
}

/** Who is late, not the resident; where it is, which of a confidential matter nobody reads, as its words and number. */
const supervisionValues = (task: TaskRecord, town: Town, language: Language) => ({
  person: responsibleName(task, town, language),
  place: task.place ? placeName(task.place, { town }, language) : taskPlace(task, town, language),
  ...(task.confidential === false ? {} : { words: '', phone: '' }),
});

/** The text that puts a task's ask. Facts about the resident are filled in where the person is read. */
export function taskAskNotice(
  task: TaskRecord,
  town: Town,
  ask: PlannedAsk,
  code: string,
): { staff: string; text: TextKey; values: Partial<Record<Placeholder, string>> } | undefined {
  if (ask.to.who !== 'staff' || ask.quiet) return undefined;
  const { staff } = ask.to;
  const language = staffLanguage(town, staff);
  const values = {
    code,
    options: optionList(ask.kind, ask.options, language),
    due: taskDue(ask.until, town, language),
    before: askedBefore(town, ask),
    place: taskPlace(task, town, language),
    step: task.title[language],
    programme: task.title[language],
    category: task.title[language],
    ...(ask.kind === 'supervision' ? supervisionValues(task, town, language) : {}),
    ...(task.figures === undefined ? {} : { figures: task.figures[language] }),
    points: pointsText(formOf(task, town), language),
    ...(task.finding === undefined ? {} : { reason: foundText(task, town, language) }),
  };
  return { staff, text: textOf(task, ask.kind), values };
}
