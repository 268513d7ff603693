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

type Found = Services<{ board: 'list'; tasks: 'list' }>;

/** Rows of the board to a read. */
const PAGE = 500;

/** Works that began in a span; the last one goes back as far as anything that was open in it. */
export interface WorkSpan extends Span {
  readonly isLast: boolean;
}

/** A town's works that began in a span, the latest first: by its own records, whatever other towns do. */
export async function ownWork(services: Found, town: Town, span: WorkSpan, now: number): Promise<OwnWork[]> {
  // What is closed between two reads is found twice, and is as it was read last.
  const recorded = [
    ...(await requestsIn(services, town, span, now)),
    ...(await tasksIn(services, town, span, now)),
  ];
  return [...new Map(recorded.map((work) => [work.name, work])).values(), ...roundsIn(town, span)]
    .filter(({ at }) => (span.isLast || at >= span.from) && at < span.to)
    .toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
}

type Place = Pick<OwnWork, 'at' | 'name' | 'machine'>;

/** The order of the list: the latest first, at one moment by name; rounds of one day have the same. */
export function isBefore(one: Place, other: Place): boolean {
  if (one.at !== other.at) return one.at > other.at;
  return one.name === other.name ? one.machine < other.machine : one.name < other.name;
}

/** What is open, and what was closed since the span began, which can have begun in it. Complaints about staff lie apart. */
async function requestsIn(
  { board }: Found,
  { settings: { id } }: Town,
  { from }: Span,
  now: number,
): Promise<OwnWork[]> {
  const rows: BoardRow[] = [];
  for (const sealed of [false, true]) {
    const asked: RequestsAsked = { filter: {}, sealed, limit: PAGE };
    rows.push(...(await wholeOf((after) => board.open(id, { ...asked, after }))));
    rows.push(...(await wholeOf((after) => board.closed(id, { from, to: now }, { ...asked, after }))));
  }
  return rows.map(({ facts: { id: name, createdAt, closedAt } }) => ({
    machine: 'resident-request',
    name,
    at: createdAt,
    isClosed: closedAt !== undefined,
  }));
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

/** The same of the staff's tasks. */
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
