import { showRequestId } from '../codes/request-id.js';
import type { Ladder } from '../asks/planned-ask.js';
import { withEntry } from '../request/decision.js';
import type { RequestRecord } from '../request/record.js';
import { entriesOf } from '../request/timeline.js';
import { categoryTitle, placeName, staffLanguage } from '../request/words.js';
import type { TaskDraft, TaskRecord } from '../task/task-record.js';
import { type TaskDecision, withTaskEntry } from '../task/task-decision.js';
import type { Town } from '../town/schema.js';
import type { Bilingual, Language } from '../words/language.js';
import type { CausePlace } from './recurrences.js';

/** Who finds the cause out: the leader who supervises the village, else the duty leader. */
export function ownerOfCause({ supervisors, settings }: Town, village: string): Ladder {
  const leader = supervisors.find((one) => one.village === village && one.role === 'leader');
  return leader
    ? { ladder: 'person', staff: leader.staff }
    : { ladder: 'department', department: settings.departments.dutyLeader };
}

/** The category and the place: "朱口村5组 路灯". */
export function causeTitle(town: Town, { category, ...place }: CausePlace): Bilingual {
  const name = categoryTitle(town, category);
  const at = (language: Language): string => `${placeName(place, { town }, language)} ${name[language]}`;
  return { 'zh-CN': at('zh-CN'), en: at('en') };
}

/** The same with how often: what whoever owns it reads. */
export function causeFigures(town: Town, place: CausePlace, count: number): Bilingual {
  const title = causeTitle(town, place);
  const { withinDays } = town.settings.causes;
  return {
    'zh-CN': `${title['zh-CN']}：${withinDays}天内${count}次`,
    en: `${title.en}: ${count} times in ${withinDays} days`,
  };
}

/** The task of finding out why it comes again; named after the request that was one too many. */
export function causeTask(town: Town, place: CausePlace, requests: readonly string[]): TaskDraft {
  const grid = town.villages
    .find(({ id }) => id === place.village)
    ?.groups.find(({ number }) => number === place.group)?.grid;
  return {
    town: town.settings.id,
    purpose: `cause/${place.village}/${place.group}/${place.category}/${requests.at(-1)}`,
    kind: 'cause',
    title: causeTitle(town, place),
    figures: causeFigures(town, place, requests.length),
    to: ownerOfCause(town, place.village),
    ...(grid === undefined ? {} : { grid }),
    cause: { ...place, requests: [...requests] },
  };
}

/** The task with a further request of its place; undefined where that is in it, or the task is over. */
export function withFurther(
  task: TaskRecord,
  town: Town,
  request: string,
  at: number,
): TaskRecord | undefined {
  const { cause } = task;
  if (!cause || task.result !== undefined || cause.requests.includes(request)) return undefined;
  const requests = [...cause.requests, request];
  const grown = {
    ...task,
    cause: { ...cause, requests },
    figures: causeFigures(town, cause, requests.length),
  };
  return withTaskEntry(grown, { at, type: 'further', request });
}

/** Whoever owns the cause hears of a further request while they have not said what is done. */
export const furtherNotices = (task: TaskRecord, town: Town, request: string): TaskDecision['notices'] =>
  task.asks.flatMap(({ to, quiet }) => {
    if (to.who !== 'staff' || quiet) return [];
    const figures = task.figures?.[staffLanguage(town, to.staff)] ?? '';
    const values = { request: showRequestId(request), figures };
    return [{ staff: to.staff, text: 'told-cause-further' as const, values }];
  });

/** The request, linked to the task of its cause; undefined when it is linked to that. */
export const withCause = (
  record: RequestRecord,
  { task, to, at }: { task: string; to: string; at: number },
): RequestRecord | undefined =>
  entriesOf(record, 'cause-due').some((entry) => entry.task === task)
    ? undefined
    : withEntry(record, { at, type: 'cause-due', to, task });
