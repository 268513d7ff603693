import type { JsonObject } from '../assembly/json.js';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { decide } from '../iam/decide.js';
import { Identities } from '../iam/identities.js';
import { policySchema } from '../iam/policy.js';
import { requiredAccess } from '../dynamodb/required-access.js';
import { TableCatalogue } from '../dynamodb/table-catalogue.js';
import {
  arnOf,
  lambda,
  ref,
  table,
  tableAccess,
  writeAssembly,
  type SampleAssembly,
} from './sample/sample-assembly.js';

const TABLE = 'arn:aws:dynamodb:us-east-1:111111111111:table/Sample-Table';

let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(async () => {
  const onlyOwn = {
    Action: 'dynamodb:PutItem',
    Resource: arnOf('Table'),
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['own/*'] } },
  };
  const read = { Action: 'dynamodb:GetItem', Resource: arnOf('Table') };
  assembly = writeAssembly({
    ...table,
    ...lambda('None', 'put', []),
    ...lambda('All', 'put', [tableAccess]),
    ...lambda('Own', 'put', [onlyOwn, read]),
    ...lambda('Denied', 'put', [tableAccess, { Effect: 'Deny', Action: 'dynamodb:Put*', Resource: '*' }]),
    ...lambda('Later', 'put', []),
    LaterPolicy: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'later',
        PolicyDocument: { Version: '2012-10-17', Statement: { Effect: 'Allow', ...tableAccess } },
        Roles: [ref('LaterRole')],
      },
    },
    ...lambda('Silent', 'text', []),
    ...lambda('Speaking', 'text', [{ Action: 'sns:Publish', Resource: '*' }]),
    ...lambda('TopicOnly', 'text', [{ Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*' }]),
  });
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
});

afterAll(async () => {
  await cloud.close();
  assembly.remove();
});

const call = async (name: string, event: object) =>
  JSON.parse((await cloud.invoke(name, event)).payload) as {
    errorType?: string;
    errorMessage?: string;
    text?: string;
  };

describe("a function's role", () => {
  it('without a grant gets the AccessDeniedException it would get on AWS', async () => {
    expect(await call('None', { pk: 'a', text: 'x' })).toMatchObject({
      errorType: 'AccessDeniedException',
      errorMessage:
        'User: arn:aws:sts::111111111111:assumed-role/Sample-NoneRole/Sample-None is not authorized to perform: dynamodb:PutItem on resource: ' +
        `${TABLE} because no identity-based policy allows the dynamodb:PutItem action`,
    });
  });

  it('is let in by an inline policy or by one attached later', async () => {
    expect(await call('All', { pk: 'a', text: 'x' })).toEqual({ text: 'x' });
    expect(await call('Later', { pk: 'a', text: 'y' })).toEqual({ text: 'y' });
  });

  it('is kept to its own partition keys by dynamodb:LeadingKeys', async () => {
    expect(await call('Own', { pk: 'own/1', text: 'x' })).toEqual({ text: 'x' });
    expect(await call('Own', { pk: 'other/1', text: 'x' })).toMatchObject({
      errorType: 'AccessDeniedException',
    });
  });

  it('is stopped by a Deny whatever else is allowed', async () => {
    const { errorMessage } = await call('Denied', { pk: 'a', text: 'x' });
    expect(errorMessage).toContain('with an explicit deny in an identity-based policy');
  });

  it.each(['Silent', 'TopicOnly'])(
    'may text a telephone only with a grant that covers numbers (%s)',
    async (name) => {
      expect(await call(name, { to: '+8619900000001', body: 'x' })).toMatchObject({
        errorType: 'AuthorizationErrorException',
      });
    },
  );

  it('that may not text a telephone is refused without naming the number, which would reach a log', async () => {
    const { errorMessage } = await call('Silent', { to: '+8619900000001', body: 'x' });
    expect(errorMessage).toContain('is not authorized to perform: SNS:Publish on resource: the phone number');
    const logged = JSON.stringify(cloud.logs());
    expect(logged).not.toContain('19900000001');
  });

  it('that may publish to anything may text a telephone', async () => {
    expect(await call('Speaking', { to: '+8619900000001', body: 'x' })).toMatchObject({
      id: expect.any(String) as string,
    });
  });
});

describe('policies', () => {
  const read = (...statements: object[]) => [
    policySchema.parse({ Version: '2012-10-17', Statement: statements }),
  ];
  const request = { action: 'dynamodb:GetItem', resource: TABLE };

  it.each([
    ['nothing said', [], 'not allowed'],
    ['the very action', [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE }], 'allowed'],
    [
      'an action in other case',
      [{ Effect: 'Allow', Action: 'DynamoDB:getitem', Resource: TABLE }],
      'allowed',
    ],
    [
      'wildcards',
      [{ Effect: 'Allow', Action: 'dynamodb:*Item', Resource: 'arn:aws:dynamodb:*:*:table/Sample-?able' }],
      'allowed',
    ],
    ['another resource', [{ Effect: 'Allow', Action: '*', Resource: `${TABLE}/index/x` }], 'not allowed'],
    [
      'all but this action',
      [{ Effect: 'Allow', NotAction: 'dynamodb:GetItem', Resource: '*' }],
      'not allowed',
    ],
    ['all but another resource', [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:sns:*' }], 'allowed'],
    [
      'allowed and denied',
      [
        { Effect: 'Deny', Action: '*', Resource: '*' },
        { Effect: 'Allow', Action: '*', Resource: '*' },
      ],
      'denied',
    ],
    [
      'a condition on an absent key',
      [
        {
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
          Condition: { StringEquals: { 'dynamodb:LeadingKeys': 'a' } },
        },
      ],
      'not allowed',
    ],
  ])('%s', (_title, statements, decision) => {
    expect(decide(read(...statements), request)).toBe(decision);
  });

  it('with an operator or a key that the host does not evaluate are refused, not guessed at', () => {
    const withCondition = (Condition: object) =>
      policySchema.safeParse({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } })
        .success;
    expect(withCondition({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })).toBe(false);
    expect(withCondition({ StringEquals: { 'dynamodb:Attributes': 'name' } })).toBe(false);
    expect(withCondition({ StringEquals: { 'dynamodb:LeadingKeys': 'name' } })).toBe(true);
  });
});

describe('a trust policy', () => {
  const identities = new Identities('111111111111', 'aws');
  const trustOnly = (Condition: object) =>
    identities.addRole({
      name: 'Trusting',
      arn: 'arn:aws:iam::111111111111:role/Trusting',
      policies: [],
      trust: policySchema.parse({
        Statement: {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition,
        },
      }),
    });
  const assume = (source?: string) => () =>
    identities.assertAssumable(
      'arn:aws:iam::111111111111:role/Trusting',
      'scheduler.amazonaws.com',
      source && `arn:aws:scheduler:us-east-1:111111111111:schedule-group/${source}`,
    );

  it('may ask for the account in whose name a service comes', () => {
    trustOnly({ StringEquals: { 'aws:SourceAccount': '111111111111' } });
    expect(assume('default')).not.toThrow();
    trustOnly({ StringEquals: { 'aws:SourceAccount': '222222222222' } });
    expect(assume('default')).toThrow('its trust policy does not allow it');
  });

  it('may ask for the resource, and a service that names none is then not let in', () => {
    trustOnly({ ArnLike: { 'aws:SourceArn': 'arn:aws:scheduler:*:111111111111:schedule-group/de*' } });
    expect(assume('default')).not.toThrow();
    expect(assume('other')).toThrow('its trust policy does not allow it');
    expect(assume()).toThrow('its trust policy does not allow it');
  });
});

describe('the access that a database call requires', () => {
  const tables = new TableCatalogue('arn:aws:dynamodb:us-east-1:111111111111:table/');
  tables.add({ name: 'Sample-Table', arn: TABLE, hashKey: 'pk', indexes: new Map([['byShelf', 'shelf']]) });
  const name = { TableName: 'Sample-Table' };

  it.each<[string, JsonObject, string, string[]]>([
    [
      'Query',
      {
        ...name,
        KeyConditionExpression: '#p = :p AND sk > :s',
        ExpressionAttributeNames: { '#p': 'pk' },
        ExpressionAttributeValues: { ':p': { S: 'shop' } },
      },
      TABLE,
      ['shop'],
    ],
    [
      'Query',
      {
        ...name,
        IndexName: 'byShelf',
        KeyConditionExpression: 'shelf = :g',
        ExpressionAttributeValues: { ':g': { S: '52' } },
      },
      `${TABLE}/index/byShelf`,
      ['52'],
    ],
    ['UpdateItem', { ...name, Key: { pk: { S: 'a' } } }, TABLE, ['a']],
    [
      'BatchGetItem',
      { RequestItems: { 'Sample-Table': { Keys: [{ pk: { S: 'a' } }, { pk: { S: 'b' } }] } } },
      TABLE,
      ['a', 'b'],
    ],
    [
      'BatchWriteItem',
      {
        RequestItems: {
          'Sample-Table': [
            { PutRequest: { Item: { pk: { S: 'a' } } } },
            { DeleteRequest: { Key: { pk: { S: 'b' } } } },
          ],
        },
      },
      TABLE,
      ['a', 'b'],
    ],
  ])('%s names table or index and the leading keys', (operation, input, resource, keys) => {
    expect(requiredAccess(operation, input, tables)).toMatchObject([
      { action: `dynamodb:${operation}`, resource, context: { 'dynamodb:leadingkeys': keys } },
    ]);
  });

  it('a Scan has no leading keys, so that a StringLike condition on them refuses it', () => {
    const [request] = requiredAccess('Scan', name, tables);
    expect(request?.context).not.toHaveProperty('dynamodb:leadingkeys');
  });

  it('a transaction requires the access of each of its parts', () => {
    const input: JsonObject = {
      TransactItems: [
        { Put: { ...name, Item: { pk: { S: 'a' } } } },
        { ConditionCheck: { ...name, Key: { pk: { S: 'b' } } } },
      ],
    };
    expect(requiredAccess('TransactWriteItems', input, tables).map(({ action }) => action)).toEqual([
      'dynamodb:PutItem',
      'dynamodb:ConditionCheckItem',
    ]);
  });
});
