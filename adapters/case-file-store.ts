import { createHash } from 'node:crypto';
import * as z from 'zod';
import { openTable, type PutInput, type Table } from './dynamodb.js';
import { FILES, key } from './table-keys.js';

const latestSchema = z.object({ n: z.number().int(), seal: z.string(), until: z.number().default(0) });
/** The first file of a town is chained to this. */
const NOTHING = { n: 0, seal: '', until: 0 };

const sealedSchema = z.object({
  request: z.string(),
  n: z.number().int(),
  /** The seal of the file before. */
  before: z.string(),
  /** Until when that one is kept: epoch seconds, 0 where there is none. */
  beforeExpires: z.number(),
  seal: z.string(),
  /** The file itself: JSON, of which not a byte may change. */
  body: z.string(),
  sealedAt: z.number(),
  expiresAt: z.number(),
});
export type SealedFile = z.infer<typeof sealedSchema>;

type Chained = Omit<SealedFile, 'seal'>;

/** A file is sealed with the seal of the one before and all by which it is known, so that none can be changed, taken out or put in between without its followers showing it. */
export const sealOf = ({ before, beforeExpires, request, n, sealedAt, expiresAt, body }: Chained): string =>
  createHash('sha256')
    .update([before, beforeExpires, request, n, sealedAt, expiresAt, body].join('\n'))
    .digest('hex');

/**
 * Which of a town's files are not as they were sealed, or do not follow on the one before. Where that one is missing
 * though it has not expired at this moment (epoch milliseconds), the one behind it is named.
 */
export function brokenSeals(files: readonly SealedFile[], at: number): string[] {
  const bySequence = new Map(files.map((file) => [file.n, file]));
  return files
    .filter((file) => {
      const previous = bySequence.get(file.n - 1);
      const follows = previous ? previous.seal === file.before : file.beforeExpires * 1000 <= at;
      return file.seal !== sealOf(file) || !follows;
    })
    .map(({ request }) => request);
}

/** Sealed files of cases that were erased. */
export class CaseFileStore {
  constructor(private readonly table: Table) {}

  /**
   * The writes that seal a file, to be made together with those that replace the case, or not at all: first the file,
   * which is added once, then the end of the chain, which another file may have moved meanwhile.
   */
  async sealing(
    town: string,
    request: string,
    file: { readonly body: string; readonly at: number; readonly expiresAt: number },
  ): Promise<readonly [file: PutInput, chain: PutInput]> {
    const { n, seal: before, until: beforeExpires } = await this.latest(town);
    const { body, at: sealedAt, expiresAt } = file;
    const chained: Chained = { request, n: n + 1, before, beforeExpires, body, sealedAt, expiresAt };
    const seal = sealOf(chained);
    return [
      {
        Item: { pk: key(town, 'file', FILES.sealed), sk: request, ...chained, seal },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      {
        Item: { ...latestKey(town), n: n + 1, seal, until: expiresAt },
        ConditionExpression: 'attribute_not_exists(pk) OR n = :n',
        ExpressionAttributeValues: { ':n': n },
      },
    ];
  }

  private async latest(town: string) {
    const { Item } = await this.table.get({ Key: latestKey(town), ConsistentRead: true });
    return Item ? latestSchema.parse(Item) : NOTHING;
  }

  /** All of a town's, in the order in which they were sealed. No function has the right to this. */
  async all(town: string): Promise<SealedFile[]> {
    const items = await this.table.queryAll({
      KeyConditionExpression: 'pk = :files',
      ExpressionAttributeValues: { ':files': key(town, 'file', FILES.sealed) },
      ConsistentRead: true,
    });
    return z
      .array(sealedSchema)
      .parse(items)
      .toSorted((a, b) => a.n - b.n);
  }
}

const latestKey = (town: string) => ({ pk: key(town, 'file', FILES.latest), sk: FILES.latest });

export const createCaseFileStore = ({
  table,
  endpoint,
}: {
  table: string;
  endpoint?: string;
}): CaseFileStore => new CaseFileStore(openTable(table, endpoint));
