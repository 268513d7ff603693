import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type GetItemCommand,
  type PutItemCommand,
  type QueryCommand,
  type ScanCommand,
  type UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type AwsStub, mockClient } from 'aws-sdk-client-mock';
import { type Attributes, Table } from '../../adapters/dynamodb.js';

/** What DynamoDB answers when a condition does not hold. */
export const conditionFailed = () =>
  new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' });

/** What DynamoDB answers when it is asked too much at once, after the SDK's own retries. */
export const throttled = () =>
  Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' });

type Command =
  | typeof GetItemCommand
  | typeof PutItemCommand
  | typeof QueryCommand
  | typeof ScanCommand
  | typeof UpdateItemCommand;

/** An input or output with plain values for attributes. */
interface Plain {
  readonly Key?: Attributes;
  readonly Item?: Attributes;
  readonly Items?: readonly Attributes[];
  readonly Attributes?: Attributes;
  readonly ExclusiveStartKey?: Attributes;
  readonly LastEvaluatedKey?: Attributes;
  readonly ExpressionAttributeValues?: Attributes;
  readonly [name: string]: unknown;
}

const HOLD_ATTRIBUTES = new Set<string>([
  'Key',
  'Item',
  'Items',
  'Attributes',
  'ExclusiveStartKey',
  'LastEvaluatedKey',
  'ExpressionAttributeValues',
]);

const each = (part: unknown, convert: (attributes: never) => unknown): unknown =>
  Array.isArray(part) ? part.map((one) => convert(one as never)) : convert(part as never);

const converted = (whole: object, convert: (attributes: never) => unknown): Plain =>
  Object.fromEntries(
    Object.entries(whole).map(([name, part]) => [
      name,
      HOLD_ATTRIBUTES.has(name) && part !== undefined ? each(part, convert) : part,
    ]),
  );

const wire = (output: Plain): object =>
  converted(output, (attributes) => marshall(attributes, { removeUndefinedValues: true }));
const plain = (input: object): Plain => converted(input, unmarshall);

/** The mocked SDK client, spoken to in plain values. */
class MockedDynamoDb {
  constructor(private readonly mock: AwsStub<never, never, never>) {}

  on(command: Command) {
    const behaviour = this.mock.on(command as never);
    const chain = {
      resolves: (output: Plain) => (behaviour.resolves(wire(output) as never), chain),
      resolvesOnce: (output: Plain) => (behaviour.resolvesOnce(wire(output) as never), chain),
      rejects: (error: Error) => (behaviour.rejects(error), chain),
      callsFake: (fake: (input: Plain) => unknown) => (
        behaviour.callsFake((input: object) => {
          const output = fake(plain(input));
          return wire((output ?? {}) as Plain);
        }),
        chain
      ),
    };
    return chain;
  }

  calls(): unknown[] {
    return this.mock.calls();
  }

  /** What was asked with a command, in order. */
  inputs(command: Command): Plain[] {
    return this.mock
      .commandCalls(command as never)
      .map(({ args }: { args: readonly [{ readonly input: object }, ...unknown[]] }) => plain(args[0].input));
  }
}

/** A table whose calls are mocked; nothing goes over a wire. */
export function tableMock() {
  const client = new DynamoDBClient({ region: 'us-east-1' });
  const mock = mockClient(client);
  // What nothing else was said of succeeds, as an empty table would let it.
  mock.onAnyCommand().resolves({});
  const dynamodb = new MockedDynamoDb(mock as never);
  return { table: new Table(client, 'records'), dynamodb };
}
