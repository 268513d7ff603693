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
  type OpenOrder,
  openRun,
  SEALED,
} from './board-query.js';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

/** What was stored before its step was noted stands where its status says. */
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
  /** What of it is meant, where a rule says that and no index. */
  readonly keeps?: ((row: BoardRow) => boolean) | undefined;
  /** What is the inspection team's alone, instead of the rest. */
  readonly sealed?: boolean | undefined;
  readonly after?: BoardCursor | undefined;
  readonly limit: number;
}

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

  /** Open requests: what is due first, or the newest first. */
  open(town: string, order: OpenOrder, asked: RequestsAsked): Promise<BoardPage<BoardRow>> {
    return this.page(town, [openRun(order, asked.filter, asked.sealed ? SEALED : '')], asked);
  }

  /** Requests closed from one moment up to another, the latest first. */
  closed(
    town: string,
    span: { from: number; to: number },
    asked: RequestsAsked,
  ): Promise<BoardPage<BoardRow>> {
    return this.page(town, closedRuns(span, asked.sealed ? SEALED : ''), asked);
  }

  /** What is open now, and what was closed from one moment up to another; with a fact's name only those that have it. */
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
    // What is open first: what is closed meanwhile is found then, as it now is.
    const runs = [openRun('due', {}), ...closedRuns(span)];
    const rows = await this.pages.all(town, runs, factThere(having));
    return [...new Map(rows.map((row) => [row.facts.id, row])).values()];
  }

  /** All that is open, what is due first; what is the inspection team's alone is not among it. */
  allOpen(town: string): Promise<BoardRow[]> {
    return this.pages.all(town, [openRun('due', {})], conditionsOf({}));
  }

  private page(town: string, runs: readonly BoardRun[], { filter, keeps, after, limit }: RequestsAsked) {
    return this.pages.page(town, runs, { conditions: conditionsOf(filter), keeps, after, limit });
  }
}
