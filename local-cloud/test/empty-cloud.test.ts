import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { createLocalCloud, type LocalCloud } from '../index.js';
import { clientConfig } from '../testing/sdk.js';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await createLocalCloud({ clock: 'manual' });
});
afterAll(() => cloud.close());

describe('a cloud without an assembly', () => {
  it('has no API, no outputs and no functions', async () => {
    expect(cloud).toMatchObject({ url: '', outputs: {} });
    await expect(cloud.invoke('Anything', {})).rejects.toThrow('Function not found: Anything');
  });

  it('keeps tables that a client makes', async () => {
    const client = new DynamoDBClient(clientConfig(cloud));
    await client.send(
      new CreateTableCommand({
        TableName: 'things',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual(['things']);
    const Item = { pk: { S: 'a' }, size: { N: '3' } };
    await client.send(new PutItemCommand({ TableName: 'things', Item }));
    expect(
      (await client.send(new GetItemCommand({ TableName: 'things', Key: { pk: { S: 'a' } } }))).Item,
    ).toEqual(Item);
  });

  it('runs state machines that a client makes', async () => {
    const client = new SFNClient(clientConfig(cloud));
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'Pause',
      States: {
        Pause: { Type: 'Wait', Seconds: 86_400, Next: 'Double' },
        Double: { Type: 'Pass', Output: '{% $states.input.n * 2 %}', End: true },
      },
    });
    const roleArn = 'arn:aws:iam::111111111111:role/of-the-client';
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({ name: 'double', definition, roleArn }),
    );
    const { executionArn } = await client.send(
      new StartExecutionCommand({ stateMachineArn, input: '{"n":21}' }),
    );
    await cloud.clock.advance(86_400_000);
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '42',
    });
  });
});
