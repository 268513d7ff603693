import * as z from 'zod';
import { requestFactsSchema, type RequestFacts } from '../domain/request/facts.js';
import { lastingFacts } from '../domain/personal-data/erase-request.js';
import type { RequestRecord } from '../domain/request/record.js';
import { boardOf, closedRunsOf } from './board-query.js';
import {
  type Attributes,
  conditionsThatFail,
  openTable,
  type PutInput,
  type Table,
  unlessConditionFails,
} from './dynamodb.js';
import { historyOf, INDEX, key, timedAt, timeSort } from './table-keys.js';

/** A wish to be erased: one request, or everything under one number, by the hash of the number. */
export interface Wanted {
  readonly request?: string | undefined;
  readonly contact: string;
}

const orderSchema = z.object({
  town: z.string(),
  request: z.string().optional(),
  contact: z.string(),
  /** Later requests are not meant. */
  askedAt: z.number(),
});
/** An erasure that was asked for and is not done. */
export type Erasure = z.infer<typeof orderSchema>;

const placeSchema = z.object({ pk: z.string(), sk: z.string() });
const rowSchema = z.object({ pk: z.string(), facts: requestFactsSchema });
const remnantSchema = z.object({ of: requestFactsSchema, counted: z.boolean() });

/** All of a request that is left, while what lies beside it is being erased. */
export interface Remnant {
  readonly id: string;
  /** Where and when it was: what else is to be erased is found by it. */
  readonly facts: RequestFacts;
  /** Whether statistics count it. */
  readonly counted: boolean;
}

/** Where requests of a number lie whose erasure has begun: apart from those that still are one. */
const BEGUN = 'erased';

/** How many erasures of a town one run begins. */
const AT_A_TIME = 200;

/** Wishes to be erased, and the requests of which only facts are left. */
export class ErasureStore {
  constructor(private readonly table: Table) {}

  /** Keeps that somebody wants something erased; asked again it is one erasure, up to the later moment. */
  async ask(town: string, wanted: Wanted, at: number): Promise<void> {
    const Item = {
      ...keyOf(town, wanted),
      town,
      ...wanted,
      askedAt: at,
      unstartedKey: key(town, 'unstarted', 'erasures'),
      unstartedSort: timeSort('erase', at, subjectOf(wanted)),
    };
    await this.table.put({ Item });
  }

  /** The wishes of a town's residents before a moment that are not carried out, the earliest first. */
  async asked(town: string, before: number): Promise<Erasure[]> {
    const { Items } = await this.table.query({
      IndexName: INDEX.unstarted,
      KeyConditionExpression: 'unstartedKey = :erasures AND unstartedSort < :before',
      ExpressionAttributeValues: {
        ':erasures': key(town, 'unstarted', 'erasures'),
        ':before': timeSort('erase', before, ''),
      },
      Limit: AT_A_TIME,
    });
    const found: Erasure[] = [];
    for (const { pk, sk } of z.array(placeSchema).parse(Items)) {
      const { Item } = await this.table.get({ Key: { pk, sk }, ConsistentRead: true });
      if (Item) found.push(orderSchema.parse(Item));
    }
    return found;
  }

  /** It is done, unless it was asked for again meanwhile. */
  async finish({ town, askedAt, ...wanted }: Erasure): Promise<void> {
    await unlessConditionFails(
      this.table.delete({
        Key: keyOf(town, wanted),
        ConditionExpression: 'askedAt = :asked',
        ExpressionAttributeValues: { ':asked': askedAt },
      }),
    );
  }

  /** Every request of a number, by its hash, and when it came in; also those whose erasure began and did not end. */
  async requestsOf(
    town: string,
    contact: string,
  ): Promise<{ readonly id: string; readonly createdAt: number }[]> {
    const found = await Promise.all(
      ['reported', 'request', BEGUN].map((kind) =>
        this.table.queryAll({
          IndexName: INDEX.byContact,
          KeyConditionExpression: 'contactKey = :contact AND begins_with(contactSort, :kind)',
          ExpressionAttributeValues: { ':contact': key(town, 'contact', contact), ':kind': `${kind}#` },
        }),
      ),
    );
    const places = z.array(z.object({ contactSort: z.string() })).parse(found.flat());
    // One whose erasure has begun is found by its person, too, as long as that is there.
    const since = new Map(
      places.map(({ contactSort }) => timedAt(contactSort)).map(({ id, at }) => [id, at]),
    );
    return [...since].map(([id, createdAt]) => ({ id, createdAt }));
  }

  /** Requests closed in these months and before a moment of which more than facts is left, longest closed first. */
  async closedBefore(
    town: string,
    before: number,
    months: readonly string[],
    limit: number,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const { partition } of months.flatMap(closedRunsOf)) {
      const { Items } = await this.table.query({
        IndexName: INDEX.board,
        KeyConditionExpression: 'boardKey = :board AND boardSort < :before',
        ExpressionAttributeValues: {
          ':board': key(town, 'board', partition),
          ':before': new Date(before).toISOString(),
        },
        Limit: limit - found.length,
      });
      found.push(
        ...z
          .array(rowSchema)
          .parse(Items)
          .map(({ facts }) => facts.id),
      );
      if (found.length >= limit) break;
    }
    return found;
  }

  /**
   * Leaves the facts of a request in its place, and no more, together with what seals its file. It lies where closed
   * ones are found, and where its resident's are to be erased, until all beside it is erased; false when somebody wrote
   * since it was read, or sealed another file.
   */
  async leave(
    record: RequestRecord,
    of: RequestFacts,
    { at, sealing }: { readonly at: number; readonly sealing?: readonly [file: PutInput, chain: PutInput] },
  ): Promise<boolean> {
    const left = {
      Item: remnantOf(record, of, at),
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': record.version },
    };
    if (!sealing) return unlessConditionFails(this.table.put(left));
    const failed = await conditionsThatFail(this.table.putTogether([...sealing, left]));
    // It was sealed before, by a run that ended behind it: until December 2026 that was a write of its own.
    if (failed.includes(0)) return unlessConditionFails(this.table.put(left));
    return failed.length === 0;
  }

  /** The remnant of a request whose erasure has begun; undefined where there is none, or it is done. */
  async begun(town: string, id: string): Promise<Remnant | undefined> {
    const { Item } = await this.table.get({ Key: recordKey(town, id), ConsistentRead: true });
    if (Item?.['of'] === undefined || Item['erasedAt'] === undefined) return undefined;
    const { of, counted } = remnantSchema.parse(Item);
    return { id, facts: of, counted };
  }

  /** All beside it is erased: what it was found by goes, too. */
  async left(town: string, { id, counted }: Remnant): Promise<void> {
    await this.table.update({
      Key: recordKey(town, id),
      UpdateExpression: `REMOVE #of, boardKey, boardSort, contactKey, contactSort, createdAt, #status${counted ? '' : ', #facts'}`,
      ExpressionAttributeNames: {
        '#of': 'of',
        '#status': 'status',
        ...(counted ? {} : { '#facts': 'facts' }),
      },
    });
  }
}

const subjectOf = ({ request, contact }: Wanted): string =>
  request === undefined ? `number-${contact}` : `request-${request}`;
const keyOf = (town: string, wanted: Wanted) => ({
  pk: key(town, 'erasure', subjectOf(wanted)),
  sk: 'erasure',
});
const recordKey = (town: string, id: string) => ({ pk: key(town, 'request', id), sk: 'record' });

/** All of a request that stays while what lies beside it is being erased. */
function remnantOf(record: RequestRecord, of: RequestFacts, erasedAt: number): Attributes {
  const { town, id, createdAt, grid, resident, status } = record;
  const facts = lastingFacts(record);
  const history = facts ? historyOf('request', { town, grid, at: createdAt, id }) : {};
  return {
    ...recordKey(town, id),
    town,
    id,
    erasedAt,
    of,
    counted: facts !== undefined,
    facts: facts ?? of,
    ...history,
    ...boardOf(record, of),
    status,
    createdAt,
    contactKey: key(town, 'contact', resident),
    contactSort: timeSort(BEGUN, createdAt, id),
  };
}

export const createErasureStore = ({ table, endpoint }: { table: string; endpoint?: string }): ErasureStore =>
  new ErasureStore(openTable(table, endpoint));
