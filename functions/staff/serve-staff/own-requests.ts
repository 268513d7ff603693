import type * as z from 'zod';
import type { staffWorkAnswer } from '../../../contracts/staff/work.js';
import { readRequestId, showRequestId } from '../../../domain/codes/request-id.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { mayHear } from '../../../domain/request/confidential.js';
import { ownerOf } from '../../../domain/request/owner-of.js';
import { runningDeadline, soonestDue } from '../../../domain/request/running-deadline.js';
import { categoryTitle, placeName } from '../../../domain/request/words.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { type StaffSession, staffSession } from '../../http/staff-session.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { reportingViews } from '../reporting-views.js';
import type { Before } from '../correct-in-words.js';
import type { Effects } from './handler.js';

type Owned = z.input<typeof staffWorkAnswer>['owned'];

/** The open requests of whoever signed in, the first due first, without the residents behind them. */
export async function ownRequests(
  services: Effects,
  { town, staff }: StaffSession,
  { at, language }: HttpCall,
): Promise<Owned> {
  const open = await services.board.openSince(town.settings.id, { from: at, to: at });
  const own = open
    .filter((facts) => facts.closedAs === undefined && ownerOf(facts, town) === staff.id)
    .toSorted(soonestDue);
  return Promise.all(
    own.map(async (facts) => ({
      request: showRequestId(facts.id),
      category: categoryTitle(town, facts.category)[language],
      place: placeName(facts, { town }, language),
      ...dueOf(facts),
      ...(isWithOthers(facts) ? await departmentsOf(services, town, facts.id, language) : {}),
    })),
  );
}

/** While the clock stands still nothing is due. */
function dueOf(facts: RequestFacts): { due?: string } {
  const due = runningDeadline(facts);
  return due === undefined ? {} : { due: new Date(due).toISOString() };
}

/** A matter that one grid handles for itself is no news to its owner. */
const isWithOthers = ({ path, waits }: RequestFacts): boolean =>
  path !== 'same-day' && (waits?.for === 'department' || waits?.for === 'grid');

async function departmentsOf(services: Effects, town: Town, id: string, language: Language) {
  const record = await services.requests.load(town.settings.id, id);
  return reportingViews(record, await rulesIn(services, town, record), language);
}

/** The request of a number, before whoever signed in; what they may not hear of is not there. */
export async function requestBefore(
  services: Effects,
  call: HttpCall & { readonly params: { readonly id: string } },
): Promise<Before> {
  const { town, version, staff } = await staffSession(services, call);
  const id = readRequestId(call.params.id);
  const record = id === undefined ? undefined : await services.requests.find(town.settings.id, id);
  if (!record || !mayHear(record, town, staff.id)) throw new Problem('not-found');
  return { current: { town, version }, record, staff: staff.id };
}
