import { teamOf } from '../posts/held-posts.js';
import { isOnLeave } from '../posts/leave.js';
import type { ClosedAs } from '../request/timeline.js';
import type { RequestFacts } from '../request/facts.js';
import type { Town } from '../town/schema.js';
import type { Candidate } from './draw-sample.js';
import type { SampleLot } from './sample-lot.js';

/** How a request was closed that was served by itself; what was withdrawn or joined to another was not. */
const SERVED: ReadonlySet<ClosedAs> = new Set(['satisfied', 'no_answer', 'refused', 'referred']);

/** The inspection team without those on leave that day; all of it where nobody would be left. */
export function inspectorsOnDuty({ departments, settings, leave }: Town, date: string): string[] {
  const team = departments.find(({ id }) => id === settings.departments.inspectionTeam)?.contacts ?? [];
  const present = team.filter((staff) => !isOnLeave(leave, staff, date));
  return present.length > 0 ? present : team;
}

/** The inspectors to whom a case is not their own: they neither own it, nor worked on it, nor are of its team. */
export function mayCall(
  { owner, handler, grid }: RequestFacts,
  town: Town,
  inspectors: readonly string[],
): string[] {
  const own = new Set([owner, handler, ...teamOf(town, grid)]);
  return inspectors.filter((inspector) => !own.has(inspector));
}

/** The candidates for a sample, as docs/sampling.md defines them, out of everything that happened. */
export function candidatesOf(
  requests: readonly RequestFacts[],
  town: Town,
  { period, inspectors }: Pick<SampleLot, 'period' | 'inspectors'>,
): Candidate[] {
  const { noAnswerWeight } = town.inspections.sample;
  return requests
    .filter(
      ({ closedAt, closedAs, phoneOfStaff, erased }) =>
        erased !== true &&
        closedAt !== undefined &&
        closedAt >= period.from &&
        closedAt < period.to &&
        closedAs !== undefined &&
        SERVED.has(closedAs) &&
        phoneOfStaff !== true,
    )
    .filter((request) => mayCall(request, town, inspectors).length > 0)
    .map(({ id, grid = 0, closedAs }) => ({
      id,
      grid,
      tickets: closedAs === 'no_answer' ? noAnswerWeight : 1,
    }));
}
