import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Fault } from '../faults/fault.js';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import {
  arnOf,
  lambda,
  machine,
  mapping,
  policy,
  queueAccess,
  ref,
  table,
  tableAccess,
  writeAssembly,
  type SampleAssembly,
} from './sample/sample-assembly.js';
import { callJson, clientConfig, control } from '../testing/sdk.js';

const PHONE = '+8619900000001';
const SERVICE = '+8619900000000';

let assembly: SampleAssembly;
let cloud: LocalCloud;
let states: SFNClient;

beforeAll(() => {
  assembly = writeAssembly(
    {
      ...table,
      ...lambda('Put', 'put', [tableAccess]),
      ...lambda('Text', 'text', [{ Action: 'sns:Publish', Resource: '*' }]),
      ...lambda('Consume', 'consume', [tableAccess, queueAccess('Queue')]),
      Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60 } },
      Mapping: mapping('Consume', 'Queue'),
      Topic: { Type: 'AWS::SNS::Topic' },
      Incoming: { Type: 'AWS::SQS::Queue' },
      IncomingPolicy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [ref('Incoming')],
          PolicyDocument: policy({
            Action: 'sqs:SendMessage',
            Principal: { Service: 'sns.amazonaws.com' },
            Resource: '*',
            Condition: {
              ArnEquals: { 'aws:SourceArn': ref('Topic') },
              StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') },
            },
          }),
        },
      },
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: {
          TopicArn: ref('Topic'),
          Protocol: 'sqs',
          Endpoint: arnOf('Incoming'),
          RawMessageDelivery: true,
        },
      },
      ...machine(
        {
          StartAt: 'Keep',
          States: {
            Keep: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke',
              Arguments: { FunctionName: '${Put}', Payload: '{% $states.input %}' },
              End: true,
            },
          },
        },
        [{ Action: 'lambda:InvokeFunction', Resource: arnOf('Put') }],
        { DefinitionSubstitutions: { Put: arnOf('Put') } },
      ),
    },
    {
      Machine: { Value: ref('Machine') },
      Queue: { Value: ref('Queue') },
      Incoming: { Value: ref('Incoming') },
      InboundSmsTopicArn: { Value: ref('Topic') },
    },
  );
});
afterAll(() => assembly.remove());

beforeEach(async () => {
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
  states = new SFNClient(clientConfig(cloud));
});
afterEach(async () => {
  states.destroy();
  await cloud.close();
});

const arm = async (fault: Fault) => expect((await control(cloud, 'POST', 'faults', fault)).status).toBe(200);

const put = async () =>
  JSON.parse((await cloud.invoke('Put', { pk: 'a', text: 'x' })).payload) as Record<string, unknown>;

/** How an execution of this name ends. */
async function run(name: string) {
  const input = JSON.stringify({ pk: name, text: 'x' });
  const started = await states.send(
    new StartExecutionCommand({ stateMachineArn: cloud.outputs['Machine'], name, input }),
  );
  await cloud.clock.settled();
  const { executionArn } = started;
  const { status, error } = await states.send(new DescribeExecutionCommand({ executionArn }));
  return [status, error];
}

const waiting = async (queue: string) => {
  const { body } = await callJson(cloud, 'AmazonSQS.ReceiveMessage', {
    QueueUrl: cloud.outputs[queue],
    MaxNumberOfMessages: 10,
  });
  return (body['Messages'] as unknown[] | undefined)?.length ?? 0;
};

describe('a service', () => {
  it('refuses one action as often as asked, and then works', async () => {
    // Not an error that the SDK tries again by itself.
    await arm({ service: 'dynamodb', action: 'PutItem', error: 'ResourceNotFoundException', times: 1 });
    expect(await put()).toMatchObject({ errorType: 'ResourceNotFoundException' });
    expect(await put()).toEqual({ text: 'x' });
  });

  it('is throttled until the faults are cleared when nothing says how often', async () => {
    await arm({ service: 'dynamodb', error: 'ProvisionedThroughputExceededException' });
    expect(await put()).toMatchObject({ errorType: 'ProvisionedThroughputExceededException' });
    await control(cloud, 'DELETE', 'faults');
    expect(await put()).toEqual({ text: 'x' });
  });

  it('is throttled for what one execution does, and for nothing else', async () => {
    await arm({ service: 'dynamodb', error: 'ThrottlingException', execution: 'struck' });
    expect(await run('struck')).toEqual(['FAILED', 'ThrottlingException']);
    expect(await run('spared')).toEqual(['SUCCEEDED', undefined]);
    expect(await put()).toEqual({ text: 'x' });
  });
});

describe('a function', () => {
  it('fails before it runs, with the error that was asked for', async () => {
    await arm({ function: 'Put', error: 'Broken', times: 1 });
    expect(await put()).toMatchObject({ errorType: 'Broken' });
    expect(cloud.meters.total().invocations).toBe(0);
    expect(await put()).toEqual({ text: 'x' });
  });

  it('is late by so long on the machine, while time in the cloud stands still', async () => {
    await arm({ function: 'Put', delayMs: 200 });
    const [began, at] = [performance.now(), cloud.clock.now()];
    expect(await put()).toEqual({ text: 'x' });
    expect(performance.now() - began).toBeGreaterThanOrEqual(199);
    expect(cloud.clock.now()).toBe(at);
  });

  it('fails for one execution, named by name or ARN', async () => {
    await arm({ function: 'Put', error: 'Broken', execution: 'first' });
    const arn = cloud.outputs['Machine']?.replace(':stateMachine:', ':execution:');
    await arm({ function: 'Put', error: 'Worse', execution: `${arn}:second` });
    expect(await run('first')).toEqual(['FAILED', 'Broken']);
    expect(await run('second')).toEqual(['FAILED', 'Worse']);
    expect(await run('third')).toEqual(['SUCCEEDED', undefined]);
  });
});

describe('a message', () => {
  it.each([
    ['drop', 0],
    ['double', 2],
  ] as const)('to a phone: %s makes it arrive %i times', async (action, times) => {
    await arm({ message: 'sms-out', action, times: 1 });
    await cloud.invoke('Text', { to: PHONE, body: 'struck' });
    await cloud.invoke('Text', { to: PHONE, body: 'spared' });
    const bodies = cloud.sms.sent().map(({ body }) => body);
    expect(bodies).toEqual([...Array.from({ length: times }, () => 'struck'), 'spared']);
  });

  it.each([
    ['drop', 0],
    ['double', 2],
  ] as const)('from a phone: %s hands it over %i times', async (action, times) => {
    await arm({ message: 'sms-in', action, times: 1 });
    await cloud.sms.receive({ from: PHONE, to: SERVICE, body: 'struck' });
    expect(await waiting('Incoming')).toBe(times);
  });

  it.each([
    ['drop', 0],
    ['double', 2],
  ] as const)('of a queue: %s calls its function %i times', async (action, times) => {
    await arm({ message: 'queue', action, times: 1 });
    await callJson(cloud, 'AmazonSQS.SendMessage', { QueueUrl: cloud.outputs['Queue'], MessageBody: 'x' });
    await cloud.clock.settled();
    expect(cloud.meters.total().invocations).toBe(times);
  });
});

describe('a fault that cannot be read', () => {
  it.each([{ service: 'kms', error: 'X' }, { function: 'Put', times: 0 }, { message: 'queue' }, {}])(
    '%j is refused and not armed',
    async (fault) => {
      expect((await control(cloud, 'POST', 'faults', fault)).status).toBe(400);
      expect((await control(cloud, 'GET', 'faults')).body).toEqual([]);
    },
  );
});
