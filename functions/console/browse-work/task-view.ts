import { type TaskFacts, taskFacts } from '../../../domain/task/task-facts.js';
import type { TaskEntry, TaskRecord } from '../../../domain/task/task-record.js';
import { INSPECTION_METHODS } from '../../../domain/town/field-schemas.js';
import type { Town } from '../../../domain/town/schema.js';
import { staffName } from '../../../domain/request/words.js';
import type { Language } from '../../../domain/words/language.js';
import { given } from '../../../domain/words/given.js';
import { isoOf, nameBeside } from '../words.js';
import type { TaskAnswer, TaskRow } from '../../../contracts/console/work.js';
import { pointsOf } from './form-words.js';
import type { FieldsOf } from '../../../domain/request/timeline.js';

/** One line of the list of tasks. */
export function taskRow({ method: id, cause: _cause, ...facts }: TaskFacts, town: Town): TaskRow {
  const { asked, createdAt, dueAt, closedAt, ...rest } = facts;
  const method = INSPECTION_METHODS.find((one) => one === id);
  return {
    ...rest,
    createdAt: isoOf(createdAt),
    ...(method === undefined ? {} : { method }),
    ...(asked === undefined ? {} : { asked, ...nameBeside(town, 'askedName', asked) }),
    ...(dueAt === undefined ? {} : { dueAt: isoOf(dueAt) }),
    ...(closedAt === undefined ? {} : { closedAt: isoOf(closedAt) }),
  };
}

/** One task whole; what was said on it only where `words` allows. */
export function taskView(task: TaskRecord, town: Town, words: boolean, language: Language): TaskAnswer {
  const { responsible, by, note, finding, cause, version, timeline, kind, id, execution = id } = task;
  return {
    ...taskRow(taskFacts(task), town),
    version,
    ...(responsible === undefined
      ? {}
      : { responsible, ...given({ responsibleName: responsibleName(town, responsible, language) }) }),
    ...(cause === undefined ? {} : { requests: cause.requests }),
    ...(by === undefined ? {} : { by, ...nameBeside(town, 'byName', by) }),
    ...(note === undefined || !words ? {} : { note }),
    ...(finding === undefined ? {} : { finding: findingView(task, finding, town, words) }),
    timeline: timeline.map((entry) => entryView(entry, town, words)),
    execution: { machine: kind === 'follow-up' ? 'follow-up' : 'staff-task', name: execution },
  };
}

/** A member of staff, or a department. */
const responsibleName = (town: Town, id: string, language: Language): string | undefined =>
  staffName(town, id) || town.departments.find((department) => department.id === id)?.name[language];

const findingView = (
  { method }: TaskRecord,
  { words: said, points = [], by, check }: NonNullable<TaskRecord['finding']>,
  town: Town,
  words: boolean,
) => ({
  points: pointsOf(town, method, points),
  by,
  ...nameBeside(town, 'byName', by),
  check,
  ...(words && said !== '' ? { words: said } : {}),
});

function entryView({ at, type, ...rest }: TaskEntry, town: Town, words: boolean) {
  const { due, note, ...people }: FieldsOf<TaskEntry> = rest;
  return {
    ...people,
    type,
    at: isoOf(at),
    ...nameBeside(town, 'byName', people.by),
    ...nameBeside(town, 'toName', people.to),
    ...(due === undefined ? {} : { due: isoOf(due) }),
    ...(note === undefined || !words ? {} : { note }),
  };
}
