import type { Ladder } from '../asks/planned-ask.js';
import { withEntry } from '../request/decision.js';
import type { RequestFacts } from '../request/facts.js';
import type { RequestRecord } from '../request/record.js';
import { categoryTitle } from '../request/words.js';
import { askedOf, type Wait } from '../request/waits-for.js';
import type { TaskDraft } from '../task/task-record.js';
import type { Town } from '../town/schema.js';
import { type CardKind, cardsOf } from '../request/card.js';
import type { DueCard } from './card-due.js';

const askedIds = (waits: Wait): string[] => [...new Set(askedOf(waits).map(({ staff }) => staff))];

/** Whose turn it is: they are warned. Between two steps it is whoever works on it, or owns it. */
export function warnedOf({ waits, handler, owner }: RequestFacts): string[] {
  const someone = handler ?? owner;
  const asked = waits ? askedIds(waits) : [];
  return asked.length > 0 || someone === undefined ? asked : [someone];
}

/** Who is late: the department while it is theirs, else whoever works on it; not whom silence has reached since. */
const responsibleOf = ({ waits, handler, owner }: RequestFacts): string | undefined =>
  waits?.department ?? handler ?? owner ?? (waits && askedIds(waits)[0]);

/** Who answers for a red card: the head of the grid and whoever silence goes to or, without a grid, the duty desk. */
export const answersForRed = ({ settings, grids }: Town, { grid }: RequestFacts): Ladder =>
  grids.some(({ number }) => number === grid) && grid !== undefined
    ? { ladder: 'grid', grid }
    : { ladder: 'department', department: settings.departments.dutyDesk };

/** The supervision order that a red card opens: why it is late, and when it will be done. */
export function supervisionOrder(town: Town, { request, due }: DueCard): TaskDraft {
  const to = answersForRed(town, request);
  const responsible = responsibleOf(request);
  const { village, group, about } = request;
  return {
    town: town.settings.id,
    purpose: `supervision/${request.id}/${due}`,
    kind: 'supervision',
    title: categoryTitle(town, request.category),
    to,
    ...(to.ladder === 'grid' ? { grid: to.grid } : {}),
    ...(responsible === undefined ? {} : { responsible }),
    request: request.id,
    ...(village === undefined || about
      ? {}
      : { place: { village, ...(group === undefined ? {} : { group }) } }),
    confidential: about !== undefined,
  };
}

/** The request with its card; undefined when it has that card, or was closed meanwhile. */
export function withCard(
  record: RequestRecord,
  { kind, due, at, to }: { kind: CardKind; due: number; at: number; to?: string | undefined },
): RequestRecord | undefined {
  const isGiven = cardsOf(record).some((card) => card.kind === kind && card.due === due);
  if (isGiven || record.closedAs !== undefined) return undefined;
  const type = kind === 'yellow' ? 'yellow-card' : 'red-card';
  return withEntry(record, { at, type, due, ...(to === undefined ? {} : { to }) });
}
