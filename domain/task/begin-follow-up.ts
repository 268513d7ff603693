import type { TaskDraft } from './task-record.js';
import type { Bilingual } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { categoryTitle } from '../request/words.js';
import { withEntry } from '../request/decision.js';
import { followUpsToCome, type RequestFacts } from '../request/facts.js';
import type { RequestRecord } from '../request/record.js';

/** A day of the tracking service that has come: the grid team looks after the person again. */
export interface DueFollowUp {
  readonly request: RequestFacts;
  /** The local date it was planned for. */
  readonly date: string;
}

/** Its place among those that are due. */
export const followUpKey = ({ request, date }: DueFollowUp): string => `${date}/${request.id}`;

/** What has come by `date` and was not begun, whatever days an outage or a holiday left out; earliest first. */
export const followUpsDue = (requests: readonly RequestFacts[], date: string): DueFollowUp[] =>
  requests
    .flatMap((request) => (request.followUps ?? []).map((day) => ({ request, date: day })))
    .filter((due) => due.date <= date)
    .toSorted((a, b) => (followUpKey(a) < followUpKey(b) ? -1 : 1));

/** The task of a follow-up: for the grid's own team or, where there is no grid, for the duty desk. */
export function followUpTask(town: Town, { request, date }: DueFollowUp): TaskDraft {
  const { settings, grids } = town;
  const grid = grids.find(({ number }) => number === request.grid)?.number;
  return {
    town: settings.id,
    purpose: `follow-up/${request.id}/${date}`,
    kind: 'follow-up',
    title: titleOf(town, request),
    to:
      grid === undefined
        ? { ladder: 'department', department: settings.departments.dutyDesk }
        : { ladder: 'team', grid },
    ...(grid === undefined ? {} : { grid }),
    request: request.id,
  };
}

function titleOf(town: Town, { category }: RequestFacts): Bilingual {
  const programme = town.categories.find(({ id }) => id === category)?.programme;
  return town.programmes.find(({ id }) => id === programme)?.name ?? categoryTitle(town, category);
}

/** The request, once its follow-up of that day has begun; undefined when it had begun before. */
export function withFollowUpBegun(
  record: RequestRecord,
  date: string,
  at: number,
): RequestRecord | undefined {
  if (!followUpsToCome(record).includes(date)) return undefined;
  const followUpsBegun = [...(record.followUpsBegun ?? []), date];
  return withEntry({ ...record, followUpsBegun }, { at, type: 'follow-up-due' });
}
