import * as z from 'zod';
import type { RequestFacts } from '../domain/request/facts.js';
import { HISTORY_FACTS, type HistoryFacts, type HistoryKind } from '../domain/statistics/history-facts.js';
import { BoardStore } from './board-store.js';
import type { Table } from './dynamodb.js';
import { historyKey, historyMoment, INDEX } from './table-keys.js';

/** Queries at a time: enough to hide their latency, few enough for one small function's connections. */
const AT_ONCE = 10;

/** A span of time, epoch milliseconds: from the first, up to but not including the second. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Requests that are open are on the board: both are asked for by `requests`. */
type KindBesideRequests = Exclude<HistoryKind, 'request'>;

/** The query for everything of a kind that began in a grid within the span, oldest first. */
export const historyQuery = (town: string, grid: number, kind: HistoryKind, { from, to }: Span) => ({
  IndexName: INDEX.history,
  KeyConditionExpression: 'historyKey = :grid AND historySort BETWEEN :from AND :to',
  ExpressionAttributeValues: {
    ':grid': historyKey(town, grid),
    ':from': historyMoment(kind, from),
    // A beginning at `to` itself sorts behind it, for its id follows.
    ':to': historyMoment(kind, to),
  },
});

/** Everything that happened in a grid, closed things too: what statistics, samples and reports are made of. */
export class HistoryStore {
  private readonly board: BoardStore;

  constructor(private readonly table: Table) {
    this.board = new BoardStore(table);
  }

  /**
   * The requests of several grids that were received in the span, open or closed: grid by grid, oldest first. What is
   * open is found on the board, whose entries change with each step anyway; it comes into the history when it is
   * closed.
   */
  async requests(town: string, grids: readonly number[], span: Span): Promise<RequestFacts[]> {
    // Open ones first: whatever is closed meanwhile is then found among the closed.
    const open = await this.board.allOpen(town);
    const closed = await this.inGrids(town, grids, 'request', span);
    const all = new Map([...open.map(({ facts }) => facts), ...closed].map((facts) => [facts.id, facts]));
    const placeOf = new Map(grids.map((grid, place) => [grid, place]));
    const place = ({ grid = 0 }: RequestFacts): number => placeOf.get(grid) ?? -1;
    return [...all.values()]
      .filter((one) => place(one) >= 0 && one.createdAt >= span.from && one.createdAt < span.to)
      .toSorted((a, b) => place(a) - place(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  }

  /** All of a kind that began in the span, oldest first. Grid 0 holds what no grid was found for. */
  ofGrid<Kind extends KindBesideRequests>(
    town: string,
    grid: number,
    kind: Kind,
    span: Span,
  ): Promise<HistoryFacts[Kind][]> {
    return this.inGrid(town, grid, kind, span);
  }

  /** The same of several grids, a few side by side, in the grids' order. */
  ofTown<Kind extends KindBesideRequests>(
    town: string,
    grids: readonly number[],
    kind: Kind,
    span: Span,
  ): Promise<HistoryFacts[Kind][]> {
    return this.inGrids(town, grids, kind, span);
  }

  /** Of requests those that are closed. */
  private async inGrid<Kind extends HistoryKind>(
    town: string,
    grid: number,
    kind: Kind,
    { from, to }: Span,
  ): Promise<HistoryFacts[Kind][]> {
    if (to <= from) return [];
    return readFacts(kind, await this.table.queryAll(historyQuery(town, grid, kind, { from, to })));
  }

  private async inGrids<Kind extends HistoryKind>(
    town: string,
    grids: readonly number[],
    kind: Kind,
    span: Span,
  ): Promise<HistoryFacts[Kind][]> {
    const found: HistoryFacts[Kind][][] = grids.map(() => []);
    const waiting = [...grids.entries()];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [position, grid] = next;
        found[position] = await this.inGrid(town, grid, kind, span);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return found.flat();
  }
}

const readFacts = <Kind extends HistoryKind>(kind: Kind, items: readonly unknown[]): HistoryFacts[Kind][] => {
  const schema: z.ZodType<HistoryFacts[Kind]> = HISTORY_FACTS[kind];
  return z
    .array(z.object({ facts: schema }))
    .parse(items)
    .map(({ facts }) => facts);
};
