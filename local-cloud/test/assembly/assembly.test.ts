import { deploymentOrder } from '../../assembly/deployment-order.js';
import { resolveIntrinsics, type Scope } from '../../assembly/intrinsics.js';
import type { Json, JsonObject } from '../../assembly/json.js';
import { templateSchema } from '../../assembly/template.js';
import { createLocalCloud } from '../../local-cloud.js';
import { lambda, mapping, role, writeAssembly, type Resources } from '../sample/sample-assembly.js';

const CONDITIONS: JsonObject = {
  Yes: { 'Fn::Equals': ['a', 'a'] },
  No: { 'Fn::Not': [{ Condition: 'Yes' }] },
};

const scope: Scope = {
  ref: (name) => ({ 'AWS::Region': 'us-east-1', Table: 'things' })[name],
  attribute: (id, name) => (id === 'Fn' ? `arn of ${name}` : undefined),
  condition: (name) => CONDITIONS[name],
  mapping: (map, key, name) => `${map}.${key}.${name}`,
  exported: (name) => (name === 'shared' ? 'value' : undefined),
};

describe('intrinsic functions', () => {
  it.each<[string, Json, Json]>([
    ['Ref', { Ref: 'Table' }, 'things'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Fn', 'Arn'] }, 'arn of Arn'],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Fn.Arn' }, 'arn of Arn'],
    [
      'Fn::Join',
      { 'Fn::Join': ['-', ['a', { Ref: 'Table' }, { 'Fn::GetAtt': ['Fn', 'Arn'] }]] },
      'a-things-arn of Arn',
    ],
    [
      'Fn::Sub',
      { 'Fn::Sub': '${AWS::Region}/${Table}/${Fn.Arn}/${!Literal}' },
      'us-east-1/things/arn of Arn/${Literal}',
    ],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${a}', { a: { Ref: 'Table' } }] }, 'things'],
    ['Fn::Select and Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Fn::If', [{ 'Fn::If': ['Yes', 1, 2] }, { 'Fn::If': ['No', 1, 2] }], [1, 2]],
    [
      'Fn::And, Fn::Or',
      [
        { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
        { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
      ],
      [false, true],
    ],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Map', { Ref: 'Table' }, 'name'] }, 'Map.things.name'],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'shared' }, 'value'],
    ['Fn::Base64', { 'Fn::Base64': 'a' }, 'YQ=='],
    ['AWS::NoValue', { a: 1, b: { Ref: 'AWS::NoValue' }, c: [{ Ref: 'AWS::NoValue' }, 2] }, { a: 1, c: [2] }],
    [
      "a policy's own Condition",
      { Condition: { StringEquals: { a: { Ref: 'Table' } } } },
      { Condition: { StringEquals: { a: 'things' } } },
    ],
  ])('%s', (_name, value, expected) => expect(resolveIntrinsics(value, scope)).toEqual(expected));

  it.each<[Json, string]>([
    [{ Ref: 'Nobody' }, 'Ref Nobody does not exist'],
    [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'Fn::GetAtt Table.StreamArn does not exist'],
    [{ 'Fn::Cidr': ['10.0.0.0/16', 4] }, 'the intrinsic function Fn::Cidr is not supported'],
  ])('%j is refused', (value, message) => expect(() => resolveIntrinsics(value, scope)).toThrow(message));
});

describe('the order of deployment', () => {
  const orderOf = (resources: object) =>
    deploymentOrder(templateSchema.parse({ Resources: resources }).Resources);

  it('puts everything after what it refers to or depends on', () => {
    const order = orderOf({
      A: { Type: 'T', Properties: { x: { 'Fn::Join': ['', [{ Ref: 'B' }]] } } },
      B: { Type: 'T', DependsOn: 'C' },
      C: { Type: 'T', Properties: { y: { 'Fn::Sub': 'x-${D.Arn}' } } },
      D: { Type: 'T' },
    });
    expect(order).toEqual(['D', 'C', 'B', 'A']);
  });

  it('names a circle', () => {
    expect(() => orderOf({ A: { Type: 'T', DependsOn: 'B' }, B: { Type: 'T', DependsOn: ['A'] } })).toThrow(
      'A -> B -> A',
    );
  });
});

describe('an assembly that cannot be hosted is refused by name:', () => {
  const trusted = lambda('Fn', 'echo', [], { Environment: {} });

  it.each<[string, Resources, string]>([
    [
      'an unknown type',
      { Pool: { Type: 'AWS::Cognito::UserPool' } },
      'Pool: the resource type AWS::Cognito::UserPool is not supported',
    ],
    [
      'a property that is not supported',
      { Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } },
      'FIFO queues',
    ],
    [
      'a runtime other than Node.js',
      { ...lambda('Fn', 'echo', [], { Runtime: 'python3.13', Environment: {} }) },
      'only Node.js functions',
    ],
    [
      'a missing asset',
      { ...lambda('Fn', 'echo', [], { Code: { S3Key: 'other.zip' }, Environment: {} }) },
      'the asset other.zip is not in the assembly',
    ],
    [
      'a missing handler file',
      { ...lambda('Fn', 'echo', [], { Handler: 'main.handler', Environment: {} }) },
      'the handler main.handler is not in',
    ],
    [
      'a role that Lambda may not take',
      { ...trusted, FnRole: role('states.amazonaws.com') },
      'cannot be assumed by lambda.amazonaws.com',
    ],
    [
      'a mapping whose function may not read the queue',
      {
        ...trusted,
        Queue: { Type: 'AWS::SQS::Queue' },
        Map: mapping('Fn', 'Queue'),
      },
      "the function's execution role does not have permissions to call sqs:ReceiveMessage",
    ],
    [
      'a Ref to nothing',
      { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Nobody' } } } },
      'Topic (AWS::SNS::Topic): Ref Nobody does not exist',
    ],
  ])('%s', async (_title, resources, message) => {
    const assembly = writeAssembly(resources);
    await expect(createLocalCloud({ assembly: assembly.directory, logLevel: 'silent' })).rejects.toThrow(
      message,
    );
    assembly.remove();
  });

  it('a folder without a manifest', async () => {
    await expect(createLocalCloud({ assembly: '/nowhere', logLevel: 'silent' })).rejects.toThrow(
      'is this a synthesized cloud assembly (cdk.out)?',
    );
  });
});
