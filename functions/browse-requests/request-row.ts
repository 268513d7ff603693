import type { RequestFacts } from '../../domain/request/facts.js';
import type { Status } from '../../domain/request/record.js';
import { staffName } from '../../domain/request/words.js';
import type { Town } from '../../domain/town/schema.js';
import type { RequestRow } from '../http/schemas/console-requests.js';

const iso = (at: number): string => new Date(at).toISOString();

/** The name beside an id; somebody who left the town's service is their id only. */
export const nameBeside = <Key extends string>(
  town: Town,
  key: Key,
  staff: string | undefined,
): Partial<Record<Key, string>> => {
  const name = staffName(town, staff);
  return name === '' ? {} : ({ [key]: name } as Record<Key, string>);
};

/** One line of the board. */
export function requestRow(facts: RequestFacts, status: Status, town: Town): RequestRow {
  const { id, path, category, channel, createdAt, silences, extensions, transfers } = facts;
  const { closedAs, grid, village, owner, handler, waits, dueAt, pausedSince, closedAt } = facts;
  return {
    id,
    status,
    path,
    category,
    channel,
    silences,
    extensions,
    transfers,
    createdAt: iso(createdAt),
    ...(closedAs === undefined ? {} : { closedAs }),
    ...(grid === undefined ? {} : { grid }),
    ...(village === undefined ? {} : { village }),
    ...(owner === undefined ? {} : { owner, ...nameBeside(town, 'ownerName', owner) }),
    ...(handler === undefined ? {} : { handler, ...nameBeside(town, 'handlerName', handler) }),
    ...(waits === undefined ? {} : { waitsFor: waits.for }),
    ...(dueAt === undefined ? {} : { dueAt: iso(dueAt) }),
    ...(pausedSince === undefined ? {} : { pausedSince: iso(pausedSince) }),
    ...(closedAt === undefined ? {} : { closedAt: iso(closedAt) }),
  };
}
