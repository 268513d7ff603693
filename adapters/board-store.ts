import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { requestFactsSchema } from '../domain/request/facts.js';
import { statusSchema } from '../domain/request/record.js';
import {
  type BoardFilter,
  type BoardRun,
  closedRuns,
  conditionsOf,
  type OpenOrder,
  openRun,
} from './board-query.js';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

/** Rows read at a time; about 100 KB. */
const AT_A_TIME = 150;
/** Reads for one page: where a filter leaves little, the page ends short and the next goes on from there. */
const MOST_READS = 20;

const rowSchema = z.object({ facts: requestFactsSchema, status: statusSchema });
export type BoardRow = z.infer<typeof rowSchema>;

/** Where a page ended: which run of the board, and the place in it. */
export interface BoardCursor {
  readonly partition: string;
  readonly sort: string;
}

export interface BoardPage {
  readonly rows: readonly BoardRow[];
  readonly next?: BoardCursor | undefined;
}

export interface PageAsked {
  readonly filter: BoardFilter;
  readonly after?: BoardCursor | undefined;
  readonly limit: number;
}

/** The requests of a town, open or closed, page by page and never by a scan. */
export class BoardStore {
  private readonly client: Table['client'];
  private readonly tableName: string;

  constructor({ client, name }: Table) {
    this.client = client;
    this.tableName = name;
  }

  /** Open requests: what is due first, or the newest first. */
  open(town: string, order: OpenOrder, asked: PageAsked): Promise<BoardPage> {
    return this.page(town, [openRun(order, asked.filter)], asked);
  }

  /** Requests closed from one moment up to another, the latest first. */
  closed(town: string, span: { from: number; to: number }, asked: PageAsked): Promise<BoardPage> {
    return this.page(town, closedRuns(span), asked);
  }

  private async page(
    town: string,
    runs: readonly BoardRun[],
    { filter, after, limit }: PageAsked,
  ): Promise<BoardPage> {
    const begin = after === undefined ? 0 : runs.findIndex(({ partition }) => partition === after.partition);
    const rows: BoardRow[] = [];
    let reads = 0;
    for (const run of begin < 0 ? [] : runs.slice(begin)) {
      let from = after?.partition === run.partition ? after.sort : undefined;
      do {
        const read = await this.read(town, run, { filter, from });
        reads += 1;
        for (const { row, sort } of read.found) {
          rows.push(row);
          if (rows.length === limit) return { rows, next: { partition: run.partition, sort } };
        }
        from = read.last;
        if (reads === MOST_READS && from !== undefined)
          return { rows, next: { partition: run.partition, sort: from } };
      } while (from !== undefined);
    }
    return { rows };
  }

  private async read(
    town: string,
    run: BoardRun,
    { filter, from }: { filter: BoardFilter; from: string | undefined },
  ) {
    const { index, sortName, partition } = run;
    const conditions = conditionsOf(filter, run);
    const { Items = [], LastEvaluatedKey } = await this.client.send(
      new QueryCommand({
        TableName: this.tableName,
        IndexName: index,
        KeyConditionExpression: '#board = :board AND #sort BETWEEN :low AND :high',
        ...(conditions.expression === '' ? {} : { FilterExpression: conditions.expression }),
        ExpressionAttributeNames: { '#board': 'boardKey', '#sort': sortName, ...conditions.names },
        ExpressionAttributeValues: {
          ':board': key(town, 'board', partition),
          ':low': run.low,
          ':high': run.high,
          ...conditions.values,
        },
        ScanIndexForward: run.forward,
        Limit: AT_A_TIME,
        ...(from === undefined ? {} : { ExclusiveStartKey: startKey(town, run, from) }),
      }),
    );
    const found = Items.map((item) => ({ row: rowSchema.parse(item), sort: String(item[sortName]) }));
    const last: unknown = LastEvaluatedKey?.[sortName];
    return { found, last: typeof last === 'string' ? last : undefined };
  }
}

/** Built from the town and the place alone, so that no cursor leads into another town. */
function startKey(town: string, { partition, sortName }: BoardRun, sort: string) {
  const id = sort.slice(sort.lastIndexOf('#') + 1);
  return {
    pk: key(town, 'request', id),
    sk: 'record',
    boardKey: key(town, 'board', partition),
    [sortName]: sort,
  };
}
