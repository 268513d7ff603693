import type { BoardCursor, BoardPage } from '../../../adapters/board-pages.js';
import type { BoardRow, RequestsAsked } from '../../../adapters/board-store.js';
import type { Span } from '../../../adapters/history-store.js';
import type { Services } from '../../../adapters/services.js';
import type { TasksAsked } from '../../../adapters/task-store.js';
import { localDate, instantAt } from '../../../domain/calendar/local-time.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { dueRoundOn } from '../../../domain/rounds/due-rounds.js';
import { ROUND_KINDS } from '../../../domain/rounds/round.js';
import type { TaskFacts } from '../../../domain/task/task-facts.js';
import type { Town } from '../../../domain/town/schema.js';

/** What executions are named after: a request or a task of the staff by its number, or a round by its town and date; and since when it is there. */
export interface OwnWork {
  readonly machine: string;
  readonly name: string;
  readonly at: number;
  readonly isClosed?: boolean;
}

type Found = Services<{ history: 'readClosed'; board: 'list'; tasks: 'list' }>;

/** Rows of the board to a read. */
const PAGE = 500;

/** What a town has worked on that began in a span, the latest first: by its own records, whatever other towns do. */
export async function ownWork(services: Found, town: Town, span: Span, now: number): Promise<OwnWork[]> {
  const all = await Promise.all([
    requestsIn(services, town, span),
    sealedIn(services, town, span, now),
    tasksIn(services, town, span, now),
  ]);
  return [...all.flat(), ...roundsIn(town, span)]
    .filter(({ at }) => at >= span.from && at < span.to)
    .toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
}

/** The order of the list: the latest first, and at one moment by name. */
export const isBefore = (one: Pick<OwnWork, 'at' | 'name'>, other: Pick<OwnWork, 'at' | 'name'>): boolean =>
  one.at === other.at ? one.name < other.name : one.at > other.at;

async function requestsIn({ history, board }: Found, town: Town, span: Span): Promise<OwnWork[]> {
  const everywhere = [0, ...town.grids.map(({ number }) => number)];
  const { id } = town.settings;
  // What is open first: what is closed meanwhile is found then, as it now is.
  const open = (await board.allOpen(id)).map(({ facts }) => facts);
  const closed = await history.closedRequests(id, everywhere, span);
  const all = new Map([...open, ...closed].map((facts) => [facts.id, facts]));
  return [...all.values()].map((facts) => ofRequest(facts.id, facts.createdAt, facts.closedAt));
}

const ofRequest = (name: string, at: number, closedAt: number | undefined): OwnWork => ({
  machine: 'resident-request',
  name,
  at,
  isClosed: closedAt !== undefined,
});

/** Complaints about staff lie apart; they are few. */
async function sealedIn(
  { board }: Found,
  { settings }: Town,
  { from }: Span,
  now: number,
): Promise<OwnWork[]> {
  const asked: RequestsAsked = { filter: {}, sealed: true, limit: PAGE };
  const { id } = settings;
  const rows: BoardRow[] = [
    ...(await wholeOf((after) => board.open(id, { ...asked, after }))),
    ...(await wholeOf((after) => board.closed(id, { from, to: now }, { ...asked, after }))),
  ];
  return rows.map(({ facts }) => ofRequest(facts.id, facts.createdAt, facts.closedAt));
}

async function wholeOf<Row>(
  read: (after: BoardCursor | undefined) => Promise<BoardPage<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: BoardCursor | undefined;
  do {
    const page = await read(after);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

/** What was begun in a span can have been closed at any time since. */
async function tasksIn(
  { tasks }: Found,
  { settings }: Town,
  { from }: Span,
  now: number,
): Promise<OwnWork[]> {
  const asked: TasksAsked = { filter: {}, limit: PAGE };
  const { id } = settings;
  const rows: TaskFacts[] = [
    ...(await wholeOf((after) => tasks.open(id, { ...asked, after }))),
    ...(await wholeOf((after) => tasks.closed(id, { from, to: now }, { ...asked, after }))),
  ];
  return rows.map(({ id: name, kind, createdAt, closedAt }) => ({
    machine: kind === 'follow-up' ? 'follow-up' : 'staff-task',
    name,
    at: createdAt,
    isClosed: closedAt !== undefined,
  }));
}

/** When each round was to begin follows from the town's data. */
function roundsIn({ settings }: Town, { from, to }: Span): OwnWork[] {
  const found: OwnWork[] = [];
  const last = localDate(to, settings.timeZone);
  for (let day = localDate(from, settings.timeZone); day <= last; day = addDays(day, 1))
    for (const kind of ROUND_KINDS) {
      const date = dueRoundOn(settings, kind, day);
      if (date !== undefined)
        found.push({
          machine: kind,
          name: `${settings.id}-${date}`,
          at: instantAt(day, settings.rounds[kind].at, settings.timeZone),
        });
    }
  return found;
}
