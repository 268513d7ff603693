import type { BoardCursor, BoardPage } from '../../../adapters/board-pages.js';
import type { BoardRow } from '../../../adapters/board-store.js';
import type { Span } from '../../../adapters/history-store.js';
import type { Services } from '../../../adapters/services.js';
import { localDate, instantAt } from '../../../domain/calendar/local-time.js';
import { isWaiting } from '../../../domain/executions/waiting-state.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { dueRoundOn } from '../../../domain/rounds/due-rounds.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { ROUND_KINDS } from '../../../domain/rounds/round.js';
import type { TaskFacts } from '../../../domain/task/task-facts.js';
import type { Town } from '../../../domain/town/schema.js';

/** What executions are named after: a request or a task of the staff by its number, or a round by its town and date; and since when it is there. */
export interface OwnWork {
  readonly machine: string;
  readonly name: string;
  readonly at: number;
  /** Absent also where only its closing failed, and somebody is asked about that. */
  readonly closedAt?: number | undefined;
  /** Of a request that is no complaint about staff: what the board knows of it. */
  readonly facts?: RequestFacts | undefined;
}

type Found = Services<{ board: 'list'; tasks: 'list' }>;

/** Rows of the board to a read. */
const PAGE = 500;

/** Works that began in a span; the last one goes back as far as anything that was open in it. */
export interface WorkSpan extends Span {
  readonly isLast: boolean;
}

/** A town's works as one call goes back in time, by its own records, whatever other towns do. */
export class OwnWorks {
  private readonly recorded = new Map<string, OwnWork>();
  /** What was closed since then is read, and with the first of it what is open. */
  private readBackTo: number | undefined;

  constructor(
    private readonly services: Found,
    private readonly town: Town,
    private readonly now: number,
  ) {}

  /** Those that began in a span, the latest first; what was read for a later span is not read again. */
  async in(span: WorkSpan): Promise<OwnWork[]> {
    const closed = { from: span.from, to: this.readBackTo ?? this.now };
    const { id } = this.town.settings;
    const read = await Promise.all([
      this.read(requestsOf(this.services, id, false), closed),
      this.read(requestsOf(this.services, id, true), closed),
      this.read(tasksOf(this.services, id), closed),
    ]);
    this.readBackTo = span.from;
    for (const work of read.flat()) this.recorded.set(work.name, work);
    return [...this.recorded.values(), ...roundsIn(this.town, span)]
      .filter(({ at }) => (span.isLast || at >= span.from) && at < span.to)
      .toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
  }

  /** What is closed between the two reads is found twice, and is as it was read last. */
  private async read<Row>({ open, closed, workOf }: Board<Row>, span: Span): Promise<OwnWork[]> {
    const rows = [
      ...(this.readBackTo === undefined ? await wholeOf(open) : []),
      ...(await wholeOf((after) => closed(span, after))),
    ];
    return rows.map(workOf);
  }
}

type Place = Pick<OwnWork, 'at' | 'name' | 'machine'>;

/** The order of the list: the latest first, at one moment by name; rounds of one day have the same. */
export function isBefore(one: Place, other: Place): boolean {
  if (one.at !== other.at) return one.at > other.at;
  return one.name === other.name ? one.machine < other.machine : one.name < other.name;
}

type After = BoardCursor | undefined;

/** One kind of work of a town: what is open, and what was closed within a span. */
interface Board<Row> {
  readonly open: (after: After) => Promise<BoardPage<Row>>;
  readonly closed: (span: Span, after: After) => Promise<BoardPage<Row>>;
  readonly workOf: (row: Row) => OwnWork;
}

/** Complaints about staff lie apart. */
function requestsOf({ board }: Found, town: string, sealed: boolean): Board<BoardRow> {
  const asked = { filter: {}, sealed, limit: PAGE };
  return {
    open: (after) => board.open(town, { ...asked, after }),
    closed: (span, after) => board.closed(town, span, { ...asked, after }),
    workOf: ({ facts }) => ({
      machine: 'resident-request',
      name: facts.id,
      at: facts.createdAt,
      closedAt: isWaiting(facts) ? undefined : facts.closedAt,
      facts: sealed ? undefined : facts,
    }),
  };
}

function tasksOf({ tasks }: Found, town: string): Board<TaskFacts> {
  const asked = { filter: {}, limit: PAGE };
  return {
    open: (after) => tasks.open(town, { ...asked, after }),
    closed: (span, after) => tasks.closed(town, span, { ...asked, after }),
    workOf: ({ id: name, kind, createdAt: at, closedAt, asked: stillAsked }) => ({
      machine: kind === 'follow-up' ? 'follow-up' : 'staff-task',
      name,
      at,
      closedAt: stillAsked === undefined ? closedAt : undefined,
    }),
  };
}

async function wholeOf<Row>(read: (after: After) => Promise<BoardPage<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: After;
  do {
    const page = await read(after);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
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
