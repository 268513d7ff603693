import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { gridOfPlace } from '../../../domain/geography/grid-lookup.js';
import { findDuplicate, mayBeJoined } from '../../../domain/request/join-requests.js';
import type { Next, Person } from '../../../domain/request/record.js';
import type { Step } from '../../../domain/request/take-step.js';
import type { Town } from '../../../domain/town/schema.js';
import { tellLast } from '../tell-last.js';
import { type Found, takeWorkflowStep } from '../../use-cases/take-workflow-step.js';
import { workflowPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';

type Effects = Services<typeof FUNCTION>;

const assignPayload = workflowPayload.extend({
  /** `$states.context.Execution.Name`; an execution that began before it was sent is the request's first. */
  execution: z.string().optional(),
  /** Something broke off what this execution did. */
  again: z.boolean().default(false),
});

/** Grid assignment: the first step of every request. An execution that begins one again takes it up where it stands. */
export const createAssignRequest =
  (services: Effects) =>
  async (event: unknown): Promise<Next> => {
    const { execution = '', again, ...payload } = assignPayload.parse(event);
    const isFirst = !again && (execution === '' || execution === payload.request);
    if (!isFirst) await tellLast(services, payload);
    const person = services.requests.readingPerson(payload.town, payload.request);
    const stepFor = async (found: Found): Promise<Step> => {
      const assigning = await assigningOf(services, found, payload.at);
      return isFirst ? { action: 'assign', ...assigning } : { action: 'take-up', execution, ...assigning };
    };
    return takeWorkflowStep(services, payload, stepFor, { person });
  };

async function assigningOf(services: Effects, found: Found, at: number) {
  const { town, person } = found;
  return {
    at,
    location: person?.location,
    filedBy: person && filerOf(town, person),
    duplicateOf: await duplicateOf(services, found),
  };
}

/** The cadre who filed it on a resident's behalf stays its first-asked owner. */
const filerOf = (town: Town, person: Person): string | undefined =>
  person.filedBy && town.staff.find(({ phone }) => phone === person.filedBy?.phone)?.id;

/** The open request that it may be the same event as. A complaint about staff is like nothing that others reported. */
async function duplicateOf(services: Effects, found: Found): Promise<string | undefined> {
  const { record } = found;
  const other = record.confidential ? undefined : await likeIt(services, found);
  if (other === undefined || record.path !== 'emergency') return other;
  const { first } = await services.items.read({ first: services.requests.reading(record.town, other) });
  return mayBeJoined(record, first) ? other : undefined;
}

/** The request that the reporter named as the same, else one that looks like it. */
async function likeIt({ requests }: Effects, { town, record, person }: Found) {
  if (record.duplicateOf !== undefined) return record.duplicateOf;
  const grid = gridOfPlace(town, { ...record, location: person?.location });
  return grid && findDuplicate(record, town, await requests.nearby(record.town, grid.number));
}
