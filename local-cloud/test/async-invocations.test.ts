import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import {
  arnOf,
  lambda,
  mapping,
  queueAccess,
  ref,
  table,
  tableAccess,
  writeAssembly,
  type SampleAssembly,
} from './sample/sample-assembly.js';
import { callJson } from '../testing/sdk.js';

let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(() => {
  assembly = writeAssembly(
    {
      ...table,
      ...lambda('Fail', 'fail', []),
      GivenUp: { Type: 'AWS::SQS::Queue' },
      FailConfig: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: ref('Fail'),
          Qualifier: '$LATEST',
          DestinationConfig: { OnFailure: { Destination: arnOf('GivenUp') } },
        },
      },
      Queue: { Type: 'AWS::SQS::Queue' },
      ...lambda('Consume', 'consume', [tableAccess, queueAccess('Queue')]),
      Mapping: mapping('Consume', 'Queue', { BatchSize: 3, MaximumBatchingWindowInSeconds: 60 }),
    },
    { GivenUp: { Value: ref('GivenUp') }, Queue: { Value: ref('Queue') } },
  );
});
afterAll(() => assembly.remove());
beforeEach(async () => {
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
});
afterEach(() => cloud.close());

const callsOf = (name: string) =>
  cloud.logs().filter(({ function: from, text }) => from === `Sample-${name}` && text === 'about to fail\n')
    .length;

async function waiting(output: string): Promise<unknown> {
  const input = { QueueUrl: cloud.outputs[output], AttributeNames: ['ApproximateNumberOfMessages'] };
  const { body } = await callJson(cloud, 'AmazonSQS.GetQueueAttributes', input);
  return (body['Attributes'] as Record<string, unknown>)['ApproximateNumberOfMessages'];
}

describe('an asynchronous invocation that fails', () => {
  it('is tried again after one minute and after two more, then goes to the failure queue', async () => {
    const response = await fetch(`${cloud.endpoint}/2015-03-31/functions/Sample-Fail/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': 'Event' },
      body: '{"a":1}',
    });
    expect(response.status).toBe(202);
    await cloud.clock.settled();
    const calls = [callsOf('Fail')];
    for (const seconds of [59, 1, 119]) {
      await cloud.clock.advance(seconds * 1000);
      calls.push(callsOf('Fail'));
    }
    expect(calls).toEqual([1, 1, 2, 2]);
    expect(await waiting('GivenUp')).toBe('0');
    await cloud.clock.advance(1000);
    expect([callsOf('Fail'), await waiting('GivenUp')]).toEqual([3, '1']);
  });
});

describe('a batching window', () => {
  const send = (body: string) =>
    callJson(cloud, 'AmazonSQS.SendMessage', { QueueUrl: cloud.outputs['Queue'], MessageBody: body });

  it('holds messages back until its time is over', async () => {
    await send('a');
    await send('b');
    await cloud.clock.advance(59_000);
    expect(cloud.meters.total().invocations).toBe(0);
    await cloud.clock.advance(1000);
    expect(cloud.meters.total().invocations).toBe(1);
  });

  it('ends early when the batch is full', async () => {
    for (const body of ['a', 'b', 'c']) await send(body);
    await cloud.clock.settled();
    expect(cloud.meters.total().invocations).toBe(1);
  });
});
