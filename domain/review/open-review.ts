import { localDate } from '../calendar/local-time.js';
import { withEntry } from '../request/decision.js';
import { type RequestFacts, toReview } from '../request/facts.js';
import type { RequestRecord } from '../request/record.js';
import type { TaskDraft } from '../task/task-record.js';
import type { Town } from '../town/schema.js';
import { reviewEmergency } from './review-emergency.js';
import { reviewFigures } from './review-words.js';

/** The emergencies of days before this one, whether they are over or not, earliest first. */
export const reviewsDue = (
  requests: readonly RequestFacts[],
  { timeZone }: Town['settings'],
  date: string,
): RequestFacts[] =>
  requests
    .filter((request) => request.toReview !== undefined && localDate(request.toReview, timeZone) < date)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));

/** The task of looking back on an emergency; undefined where the town has nobody for it. */
export function reviewTask(town: Town, record: RequestRecord, at: number): TaskDraft | undefined {
  const { settings, categories } = town;
  if (!settings.emergencies) return undefined;
  const named = categories.find(({ id }) => id === record.category)?.name;
  const title = named ?? { 'zh-CN': record.category, en: record.category };
  return {
    town: settings.id,
    purpose: `review/${record.id}`,
    kind: 'review',
    title,
    figures: reviewFigures(reviewEmergency(record, settings, at), title),
    to: { ladder: 'department', department: settings.emergencies.reviewedBy },
    ...(record.grid === undefined ? {} : { grid: record.grid }),
    request: record.id,
  };
}

/** The request, once looking back on it has begun; undefined when it had begun before. */
export const withReview = (
  record: RequestRecord,
  { task, to, at }: { task: string; to: string; at: number },
): RequestRecord | undefined =>
  toReview(record) === undefined ? undefined : withEntry(record, { at, type: 'review-due', to, task });
