import { submissionOf } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { findPhone } from '../../domain/contact/phone.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Household, Staff } from '../../domain/town/schema.js';
import { takeInRequest } from './take-in-request.js';

type Effects = Services<{ visits: 'record'; requests: 'read' | 'create'; workflow: 'startRequests' }>;

export interface VisitMade {
  /** The same key is the same visit, however often it is reported. */
  readonly key: string;
  readonly at: number;
  readonly household: Household;
  readonly by: Staff;
  readonly people: number;
  /** The words are a finding, to be handled. */
  readonly problem: boolean;
  readonly note: string;
}

/** The number of a visit follows from what makes it one. */
export const visitId = (town: string, key: string): string => submissionOf(`visit ${town} ${key}`);

/** Records a visit; a finding becomes a request in the same step, owned by the visitor. Repeated nothing changes. */
export async function recordVisit(
  services: Effects,
  current: CurrentTown,
  visit: VisitMade,
): Promise<RequestRecord | undefined> {
  const town = current.town.settings.id;
  const { key, at, household, by, people, problem, note } = visit;
  const id = visitId(town, key);
  // The request first: a visit that names one is never without it.
  const request = problem ? await reportFinding(services, current, id, visit) : undefined;
  await services.visits.record({
    town,
    id,
    at,
    grid: household.grid,
    household: household.number,
    by: by.id,
    people,
    ...(note === '' ? {} : { note }),
    ...(request ? { request: request.id } : {}),
  });
  return request;
}

/** Filed on the household's behalf: the visitor owns it; texts go to the number that was given, if any. */
const reportFinding = (
  services: Effects,
  current: CurrentTown,
  id: string,
  { at, household, by, note }: VisitMade,
): Promise<RequestRecord> =>
  takeInRequest(services, current, {
    submission: `visit ${id}`,
    at,
    channel: 'cadre',
    language: by.language,
    village: household.village,
    group: household.group,
    person: {
      phone: findPhone(note, current.town.settings) ?? by.phone,
      description: note,
      filedBy: { name: by.name, phone: by.phone },
    },
  });
