import * as z from 'zod';
import type { BoardRun, Conditions } from './board-query.js';
import type { Table } from './dynamodb.js';
import { INDEX, key } from './table-keys.js';

/** Rows read at a time; about 100 KB. */
const AT_A_TIME = 150;
/** Reads for one page: where a filter leaves little, the page ends short and the next goes on from there. */
const MOST_READS = 20;

/** Where a page ended: which run of the board, and the place in it. */
export interface BoardCursor {
  readonly partition: string;
  readonly sort: string;
}

export interface BoardPage<Row> {
  readonly rows: readonly Row[];
  readonly next?: BoardCursor | undefined;
}

export interface PageAsked<Row> {
  readonly conditions: Conditions;
  /** Which of the rows read to keep. */
  readonly keeps?: ((row: Row) => boolean) | undefined;
  readonly after?: BoardCursor | undefined;
  readonly limit: number;
}

/** How a row of the board is read, and the key of the item that it stands for. */
export interface BoardItems<Row> {
  readonly row: z.ZodType<Row>;
  readonly keyOf: (town: string, sort: string) => { readonly pk: string; readonly sk: string };
}

/** Runs of the board, one after another, page by page and never by a scan. */
export class BoardPages<Row> {
  constructor(
    private readonly table: Table,
    private readonly items: BoardItems<Row>,
  ) {}

  async page(town: string, runs: readonly BoardRun[], asked: PageAsked<Row>): Promise<BoardPage<Row>> {
    const { after, limit, keeps = () => true } = asked;
    const begin = after === undefined ? 0 : runs.findIndex(({ partition }) => partition === after.partition);
    const rows: Row[] = [];
    let reads = 0;
    for (const run of begin < 0 ? [] : runs.slice(begin)) {
      let from = after?.partition === run.partition ? after.sort : undefined;
      do {
        const read = await this.read(town, run, asked.conditions, { from, limit: AT_A_TIME });
        reads += 1;
        for (const { row, sort } of read.found.filter((one) => keeps(one.row))) {
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

  /** All rows of the runs, as many to a read as DynamoDB gives. */
  async all(town: string, runs: readonly BoardRun[], conditions: Conditions): Promise<Row[]> {
    const rows: Row[] = [];
    for (const run of runs) {
      let from: string | undefined;
      do {
        const read = await this.read(town, run, conditions, { from });
        rows.push(...read.found.map(({ row }) => row));
        from = read.last;
      } while (from !== undefined);
    }
    return rows;
  }

  private async read(
    town: string,
    { partition, low, high, forward }: BoardRun,
    { expression, names, values }: Conditions,
    { from, limit }: { readonly from: string | undefined; readonly limit?: number },
  ) {
    const boardKey = key(town, 'board', partition);
    const { Items, LastEvaluatedKey } = await this.table.query({
      IndexName: INDEX.board,
      KeyConditionExpression: '#board = :board AND #sort BETWEEN :low AND :high',
      ...(expression === '' ? {} : { FilterExpression: expression }),
      ExpressionAttributeNames: { '#board': 'boardKey', '#sort': 'boardSort', ...names },
      ExpressionAttributeValues: { ':board': boardKey, ':low': low, ':high': high, ...values },
      ScanIndexForward: forward,
      Limit: limit,
      // Built from the town and the place alone, so that no cursor leads into another town.
      ...(from === undefined
        ? {}
        : { ExclusiveStartKey: { ...this.items.keyOf(town, from), boardKey, boardSort: from } }),
    });
    const found = Items.map((item) => ({
      row: this.items.row.parse(item),
      sort: z.string().parse(item['boardSort']),
    }));
    const last: unknown = LastEvaluatedKey?.['boardSort'];
    return { found, last: typeof last === 'string' ? last : undefined };
  }
}
