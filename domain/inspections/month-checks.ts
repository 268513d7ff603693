import { DomainError } from '../domain-error.js';
import type { RequestFacts } from '../request/facts.js';
import type { Town } from '../town/schema.js';
import { mayCall } from './candidates.js';
import { type PlannedCheck, plannedCall, plannedCheck } from './check-draft.js';
import { drawSample } from './draw-sample.js';
import { readCandidates, type SampleLot } from './sample-lot.js';
import { shareCalls } from './share-calls.js';

const inspectionOf = ({ date }: SampleLot) => ({ kind: 'monthly-inspection', date }) as const;

/** The checks of offices at a month's end: each by one inspector who is not of it, by each of its methods. */
export function officeChecks(town: Town, lot: SampleLot): PlannedCheck[] {
  const { offices, methods } = town.inspections;
  const shares = shareCalls(
    offices.map(({ department }) => ({ id: department, inspectors: mayCheck(town, lot, department) })),
    lot.inspectors,
  );
  return offices.flatMap((office) =>
    methods
      .filter(({ id }) => office.methods.includes(id))
      .map((method) => {
        const { department } = office;
        const by = shares.get(department) ?? '';
        return plannedCheck(town, inspectionOf(lot), { by, method, place: { department } });
      }),
  );
}

/** Nobody checks their own office. Where only its own are on duty, somebody of the team does who is not. */
function mayCheck({ departments, settings }: Town, { inspectors }: SampleLot, office: string): string[] {
  const contactsOf = (id: string) => departments.find((one) => one.id === id)?.contacts ?? [];
  const own = new Set(contactsOf(office));
  const others = inspectors.filter((staff) => !own.has(staff));
  if (others.length > 0) return others;
  return contactsOf(settings.departments.inspectionTeam).filter((staff) => !own.has(staff));
}

/** The calls of a month: drawn from the published lot, shared among the callers. `requests` has every candidate. */
export function sampleCalls(town: Town, lot: SampleLot, requests: readonly RequestFacts[]): PlannedCheck[] {
  const known = new Map(requests.map((request) => [request.id, request]));
  const drawn = drawSample(readCandidates(lot.list), lot).map(({ id }) => {
    const request = known.get(id);
    if (!request)
      throw new DomainError('RequestUnknown', `no request ${id} is in the history`, { request: id });
    return request;
  });
  const shares = shareCalls(
    drawn.map((request) => ({ id: request.id, inspectors: mayCall(request, town, lot.inspectors) })),
    lot.inspectors,
  );
  return drawn.map((request) =>
    plannedCall(town, inspectionOf(lot), { by: shares.get(request.id) ?? '', request }),
  );
}
