import * as z from 'zod';
import { type RequestFacts, requestFactsSchema } from '../domain/request/facts.js';
import { statusSchema } from '../domain/request/record.js';
import { stepOfStatus } from '../domain/request/steps.js';
import { type BoardCursor, type BoardPage, BoardPages } from './board-pages.js';
import {
  type BoardFilter,
  type BoardRun,
  closedRuns,
  conditionsOf,
  factThere,
  openRun,
  SEALED,
} from './board-query.js';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

/** A row that was stored before its step was noted stands where its status says. */
const storedRowSchema = z.object({
  facts: requestFactsSchema.extend({ step: requestFactsSchema.shape.step.unwrap().optional() }),
  status: statusSchema,
});
const rowSchema = storedRowSchema.transform(({ facts, status }) => ({
  facts: { ...facts, step: facts.step ?? stepOfStatus(status) },
  status,
}));
export type BoardRow = z.infer<typeof rowSchema>;

export interface RequestsAsked {
  readonly filter: BoardFilter;
  /** Which of the rows to keep, where a rule decides that and no index. */
  readonly keeps?: ((row: BoardRow) => boolean) | undefined;
  /** Only what belongs to the inspection team alone, instead of the rest. */
  readonly sealed?: boolean | undefined;
  readonly after?: BoardCursor | undefined;
  readonly limit: number;
}

const runOf = ({ filter, sealed }: RequestsAsked): BoardRun => openRun(filter, sealed ? SEALED : '');

const newestSort = ({ facts: { createdAt, id } }: BoardRow): string =>
  `${new Date(createdAt).toISOString()}#${id}`;

/** The requests of a town, open or closed. */
export class BoardStore {
  private readonly pages: BoardPages<BoardRow>;

  constructor(table: Table) {
    this.pages = new BoardPages(table, {
      row: rowSchema,
      keyOf: (town, sort) => ({
        pk: key(town, 'request', sort.slice(sort.lastIndexOf('#') + 1)),
        sk: 'record',
      }),
    });
  }

  /** Open requests, what is due first. */
  open(town: string, asked: RequestsAsked): Promise<BoardPage<BoardRow>> {
    return this.page(town, [runOf(asked)], asked);
  }

  /** Open requests, newest first. All are read for each page: an index would cost more, as each step writes to it. */
  async newest(town: string, asked: RequestsAsked): Promise<BoardPage<BoardRow>> {
    const { filter, keeps = () => true, after, limit } = asked;
    const run = runOf(asked);
    const found = await this.pages.all(town, [run], conditionsOf(filter));
    const rows = found
      .filter((row) => keeps(row) && (after === undefined || newestSort(row) < after.sort))
      .toSorted((one, other) => (newestSort(one) < newestSort(other) ? 1 : -1));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return last === undefined || rows.length <= limit
      ? { rows: page }
      : { rows: page, next: { partition: run.partition, sort: newestSort(last) } };
  }

  /** Requests closed from one moment up to another, the latest first. */
  closed(
    town: string,
    span: { from: number; to: number },
    asked: RequestsAsked,
  ): Promise<BoardPage<BoardRow>> {
    return this.page(town, closedRuns(span, asked.sealed ? SEALED : ''), asked);
  }

  /**
   * Everything that is open now, and everything closed within a span; with the name of a fact, only those that have it.
   */
  async openSince(
    town: string,
    span: { from: number; to: number },
    having?: keyof RequestFacts,
  ): Promise<RequestFacts[]> {
    return (await this.rowsSince(town, span, having)).map(({ facts }) => facts);
  }

  /** The same, each with how far it has come. */
  async rowsSince(
    town: string,
    span: { from: number; to: number },
    having?: keyof RequestFacts,
  ): Promise<BoardRow[]> {
    // Open ones first: whatever is closed meanwhile is then found among the closed.
    const runs = [openRun({}), ...closedRuns(span)];
    const rows = await this.pages.all(town, runs, factThere(having));
    return [...new Map(rows.map((row) => [row.facts.id, row])).values()];
  }

  /** All that is open, what is due first; what is the inspection team's alone is not among it. */
  allOpen(town: string): Promise<BoardRow[]> {
    return this.pages.all(town, [openRun({})], conditionsOf({}));
  }

  private page(town: string, runs: readonly BoardRun[], { filter, keeps, after, limit }: RequestsAsked) {
    return this.pages.page(town, runs, { conditions: conditionsOf(filter), keeps, after, limit });
  }
}
