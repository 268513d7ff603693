import type { RequestFacts } from '../../../domain/request/facts.js';
import { requestTrouble } from '../../../domain/executions/request-trouble.js';
import { ownerNamed } from '../../../domain/request/owner-of.js';
import type { Status } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import { isoOf, nameBeside } from '../words.js';
import type { RequestRow } from '../../../contracts/console/board.js';
import { given } from '../../../domain/words/given.js';

/** One line of the board. */
export function requestRow(facts: RequestFacts, status: Status, town: Town, at: number): RequestRow {
  const trouble = requestTrouble(facts, town.settings, at);
  const { id, step, path, category, channel, createdAt, silences, extensions, transfers } = facts;
  const { closedAs, grid, village, owner, handler, waits, dueAt, pausedSince, closedAt } = facts;
  return {
    id,
    status,
    step,
    path,
    category,
    channel,
    silences,
    extensions,
    transfers,
    createdAt: isoOf(createdAt),
    ...given({ closedAs, grid, village }),
    ...(owner === undefined ? {} : { owner, ...nameBeside(town, 'ownerName', ownerNamed(facts, town)) }),
    ...(handler === undefined ? {} : { handler, ...nameBeside(town, 'handlerName', handler) }),
    ...given({ unplaced: facts.unplaced, unanswered: facts.unanswered }),
    ...(waits === undefined ? {} : { waitsFor: waits.for }),
    ...(trouble ? { trouble: { kind: trouble.kind, ...sinceOf(trouble) } } : {}),
    ...(dueAt === undefined ? {} : { dueAt: isoOf(dueAt) }),
    ...(pausedSince === undefined ? {} : { pausedSince: isoOf(pausedSince) }),
    ...(closedAt === undefined ? {} : { closedAt: isoOf(closedAt) }),
  };
}

const sinceOf = ({ since }: { readonly since?: number | undefined }) =>
  since === undefined ? {} : { since: isoOf(since) };
