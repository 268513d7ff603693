import type { TaskEntry, TaskRecord } from './task-record.js';

/** A task without what anybody said on it: the request that it is about was erased. How it ended stays. */
export function withoutWords(task: TaskRecord): TaskRecord {
  const { note: _note, finding, ...rest } = task;
  return {
    ...rest,
    // The latest decision names the words; of an open task its machine may ask for it again.
    answered: task.closedAt === undefined ? task.answered : [],
    ...(finding ? { finding: { ...finding, words: '' } } : {}),
    timeline: task.timeline.map(entryWithoutWords),
  };
}

const entryWithoutWords = (entry: TaskEntry): TaskEntry => {
  if (!('note' in entry)) return entry;
  const { note: _note, ...rest } = entry;
  return rest;
};
