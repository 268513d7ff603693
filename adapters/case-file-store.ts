import { createHash } from 'node:crypto';
import * as z from 'zod';
import { openTable, type Table, unlessConditionFails } from './dynamodb.js';
import { FILES, key } from './table-keys.js';

const latestSchema = z.object({ n: z.number().int(), seal: z.string() });
/** What the first file of a town is chained to. */
const NOTHING = { n: 0, seal: '' };

const sealedSchema = z.object({
  request: z.string(),
  n: z.number().int(),
  /** The seal of the file before. */
  before: z.string(),
  seal: z.string(),
  /** The file itself: JSON, of which not a byte may change. */
  body: z.string(),
  sealedAt: z.number(),
  expiresAt: z.number(),
});
export type SealedFile = z.infer<typeof sealedSchema>;

/** A file is sealed with the seal of the one before, so that none can be changed, taken out or put in between without its followers showing it. */
export const sealOf = (before: string, body: string): string =>
  createHash('sha256').update(`${before}\n${body}`).digest('hex');

/** Which of a town's files are not as they were sealed, or do not follow on the one before; those that have expired are gone from the beginning. */
export function brokenSeals(files: readonly SealedFile[]): string[] {
  const inOrder = files.toSorted((a, b) => a.n - b.n);
  return inOrder
    .filter(({ before, body, seal, n }, place) => {
      const previous = inOrder[place - 1];
      const follows = previous === undefined || n > previous.n + 1 || previous.seal === before;
      return seal !== sealOf(before, body) || !follows;
    })
    .map(({ request }) => request);
}

/** Sealed files of cases that were erased. */
export class CaseFileStore {
  constructor(private readonly table: Table) {}

  /** Seals a file, once; the same request again is left as it is. */
  async seal(
    town: string,
    request: string,
    file: { readonly body: string; readonly at: number; readonly expiresAt: number },
  ): Promise<void> {
    const { n, seal: before } = await this.latest(town);
    const seal = sealOf(before, file.body);
    const sealed: SealedFile = {
      request,
      n: n + 1,
      before,
      seal,
      body: file.body,
      sealedAt: file.at,
      expiresAt: file.expiresAt,
    };
    await unlessConditionFails(
      this.table.put({
        Item: { pk: key(town, 'file', FILES.sealed), sk: request, ...sealed },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    // Where it was sealed by a run that ended before this, the same two are written: nothing was sealed since.
    await unlessConditionFails(
      this.table.put({
        Item: { ...latestKey(town), n: n + 1, seal },
        ConditionExpression: 'attribute_not_exists(pk) OR n = :n',
        ExpressionAttributeValues: { ':n': n },
      }),
    );
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
