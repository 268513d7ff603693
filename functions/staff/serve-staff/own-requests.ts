import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { staffWorkAnswer } from '../../../contracts/staff/work.js';
import { readRequestId, showRequestId } from '../../../domain/codes/request-id.js';
import { mayHear } from '../../../domain/request/confidential.js';
import { ownerOf } from '../../../domain/request/owner-of.js';
import { categoryTitle, placeName } from '../../../domain/request/words.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { type StaffSession, staffSession } from '../../http/staff-session.js';
import type { Before } from '../correct-in-words.js';
import type { Effects } from './handler.js';

type Owned = z.input<typeof staffWorkAnswer>['owned'];

/** The open requests that whoever signed in owns; what is due first before the rest. Who is behind them it does not say. */
export async function ownRequests(
  { board }: Services<{ board: 'readOpen' }>,
  { town, staff }: StaffSession,
  { at, language }: HttpCall,
): Promise<Owned> {
  const open = await board.openSince(town.settings.id, { from: at, to: at });
  return open
    .filter((facts) => facts.closedAs === undefined && ownerOf(facts, town) === staff.id)
    .toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))
    .map((facts) => ({
      request: showRequestId(facts.id),
      category: categoryTitle(town, facts.category)[language],
      place: placeName(facts, { town }, language),
      ...(facts.dueAt === undefined ? {} : { due: new Date(facts.dueAt).toISOString() }),
    }));
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
