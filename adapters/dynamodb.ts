import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  ListTablesCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { DirectCalls } from './direct-calls.js';
import { lean, SDK_SETTINGS } from './sdk-client.js';
import { SHAPE } from './stored.js';

/** Attributes by name: plain values. */
export type Attributes = Record<string, unknown>;

/** The parts of inputs that hold attributes. */
const WITH_ATTRIBUTES = ['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey'] as const;
type WithAttributes = (typeof WITH_ATTRIBUTES)[number];

/** The SDK's input of a call to one table, its attributes as plain values; those that are undefined are left out. */
type Plain<Input> = {
  [Name in keyof Input as Exclude<Name, 'TableName'>]: Name extends WithAttributes
    ? Attributes | Extract<Input[Name], undefined>
    : Input[Name];
};

export type PutInput = Plain<PutItemCommandInput>;
export type UpdateInput = Plain<UpdateItemCommandInput>;
export type QueryInput = Plain<QueryCommandInput>;
type ScanInput = Plain<ScanCommandInput>;

type Marshalled = Record<string, AttributeValue>;

interface Page {
  readonly Items: Attributes[];
  readonly LastEvaluatedKey: Attributes | undefined;
}

const plain = (attributes: Marshalled | undefined): Attributes | undefined =>
  attributes && unmarshall(attributes);

function pageOf(output: {
  Items?: Marshalled[] | undefined;
  LastEvaluatedKey?: Marshalled | undefined;
}): Page {
  return {
    Items: (output.Items ?? []).map((item) => unmarshall(item)),
    LastEvaluatedKey: plain(output.LastEvaluatedKey),
  };
}

/** The items of all pages, each read from where the one before ended. */
async function allPages(
  read: (ExclusiveStartKey: Attributes | undefined) => Promise<Page>,
): Promise<Attributes[]> {
  const items: Attributes[] = [];
  let from: Attributes | undefined;
  do {
    const { Items, LastEvaluatedKey } = await read(from);
    items.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  return items;
}

/** The same, as the SDK takes it. */
type Wire<Input> = {
  [Name in keyof Input]: Name extends WithAttributes
    ? Marshalled | Extract<Input[Name], undefined>
    : Input[Name];
} & { TableName: string };

/** The one table: the SDK's calls, with plain values for attributes. */
export class Table {
  constructor(
    private readonly client: DynamoDBClient,
    readonly name: string,
  ) {}

  async get(input: Plain<GetItemCommandInput>): Promise<{ readonly Item: Attributes | undefined }> {
    const { Item } = await this.client.send(new GetItemCommand(this.wire(input)));
    return { Item: plain(Item) };
  }

  /** Items that lie apart, as they are now, in one call; `left`: keys for which DynamoDB lacked capacity. */
  async getTogether(
    keys: readonly Attributes[],
  ): Promise<{ readonly found: Attributes[]; readonly left: Attributes[] }> {
    const Keys = keys.map((key) => marshall(key));
    const { Responses, UnprocessedKeys } = await this.client.send(
      new BatchGetItemCommand({ RequestItems: { [this.name]: { Keys, ConsistentRead: true } } }),
    );
    return {
      found: (Responses?.[this.name] ?? []).map((item) => unmarshall(item)),
      left: (UnprocessedKeys?.[this.name]?.Keys ?? []).map((key) => unmarshall(key)),
    };
  }

  async put(input: Plain<PutItemCommandInput>): Promise<{ readonly Attributes: Attributes | undefined }> {
    const Item = { ...input.Item, shape: SHAPE };
    const { Attributes } = await this.client.send(new PutItemCommand(this.wire({ ...input, Item })));
    return { Attributes: plain(Attributes) };
  }

  /** All of them, or none where a condition of one fails. */
  async putTogether(inputs: readonly PutInput[]): Promise<void> {
    const TransactItems = inputs.map((input) => ({
      Put: this.wire({ ...input, Item: { ...input.Item, shape: SHAPE } }),
    }));
    await this.client.send(new TransactWriteItemsCommand({ TransactItems }));
  }

  async update(input: UpdateInput): Promise<{ readonly Attributes: Attributes | undefined }> {
    const { Attributes } = await this.client.send(new UpdateItemCommand(this.wire(input)));
    return { Attributes: plain(Attributes) };
  }

  async delete(
    input: Plain<DeleteItemCommandInput>,
  ): Promise<{ readonly Attributes: Attributes | undefined }> {
    const { Attributes } = await this.client.send(new DeleteItemCommand(this.wire(input)));
    return { Attributes: plain(Attributes) };
  }

  async query(input: QueryInput): Promise<Page> {
    return pageOf(await this.client.send(new QueryCommand(this.wire(input))));
  }

  /** All that a query finds, however many pages it takes. */
  queryAll(input: QueryInput): Promise<Attributes[]> {
    return allPages((ExclusiveStartKey) => this.query({ ...input, ExclusiveStartKey }));
  }

  async scan(input: ScanInput): Promise<Page> {
    return pageOf(await this.client.send(new ScanCommand(this.wire(input))));
  }

  private wire<Input extends object>(input: Input): Wire<Input> {
    const whole: Record<string, unknown> = { ...input, TableName: this.name };
    for (const name of WITH_ATTRIBUTES) {
      if (whole[name] !== undefined) whole[name] = marshall(whole[name], { removeUndefinedValues: true });
    }
    return whole as Wire<Input>;
  }
}

/** A local cloud looks at the key only to tell roles apart; this one is its administrator's. */
export const LOCAL = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'administrator', secretAccessKey: 'local' },
} as const;

/**
 * The one table. `endpoint` is for tools that work on a local cloud, `calls` for those that have it in their own
 * thread; functions are told theirs, and AWS's own, by the environment.
 */
export function openTable(name: string, endpoint?: string, calls?: DirectCalls): Table {
  const client = lean(
    new DynamoDBClient(endpoint === undefined ? SDK_SETTINGS : { ...SDK_SETTINGS, ...LOCAL, endpoint }),
    calls,
  );
  return new Table(client, name);
}

/** The names of the tables of a local cloud, or of another DynamoDB on this machine. */
export async function tablesAt(endpoint: string): Promise<string[]> {
  const { TableNames = [] } = await new DynamoDBClient({ ...LOCAL, endpoint }).send(
    new ListTablesCommand({}),
  );
  return TableNames;
}

/** Runs a conditional write and answers whether its condition held. */
export async function unlessConditionFails(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Which of several writes have conditions that did not hold, by their places; none where all were written. */
export async function conditionsThatFail(write: Promise<unknown>): Promise<readonly number[]> {
  try {
    await write;
    return [];
  } catch (error) {
    const failed = failedOf(error);
    if (failed.length > 0) return failed;
    throw error;
  }
}

/** The attributes after a conditional write; where its condition failed, those of the item, if they were asked for. */
export async function orFailed(
  write: Promise<{ readonly Attributes: Attributes | undefined }>,
): Promise<{ readonly failed: boolean; readonly Attributes: Attributes | undefined }> {
  try {
    return { failed: false, ...(await write) };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      return { failed: true, Attributes: plain(error.Item) };
    throw error;
  }
}

const failedOf = (error: unknown): number[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).flatMap(({ Code }, place) =>
        Code === 'ConditionalCheckFailed' ? [place] : [],
      )
    : [];
