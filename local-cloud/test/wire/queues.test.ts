import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { md5OfAttributes, wantedAttributes } from '../../aws/services/sqs/message-attributes.js';
import { queryError } from '../../aws/services/sqs/query-error.js';
import { callJson } from '../../testing/sdk.js';
import { hostSampleServices, type SampleServices } from './sample-services.js';

let sample: SampleServices;
beforeAll(async () => {
  sample = await hostSampleServices();
});
afterAll(() => sample.close());
beforeEach(async () => {
  await call('PurgeQueue', {});
});

interface Message {
  readonly ReceiptHandle: string;
  readonly Body: string;
}

async function call(operation: string, input: object) {
  const { body } = await callJson(sample.cloud, `AmazonSQS.${operation}`, {
    QueueUrl: sample.cloud.outputs['work'],
    ...input,
  });
  return body;
}

async function receive(more: object = {}): Promise<readonly Message[]> {
  const { Messages: messages = [] } = await call('ReceiveMessage', more);
  return messages as readonly Message[];
}

const send = (MessageBody: string, more: object = {}) => call('SendMessage', { MessageBody, ...more });

describe('a receipt handle', () => {
  it('deletes its message even when the visibility timeout is over', async () => {
    await send('late');
    const [message] = await receive();
    await sample.cloud.clock.advance(121_000);
    expect(await call('DeleteMessage', { ReceiptHandle: message?.ReceiptHandle })).toEqual({});
    expect(await receive()).toEqual([]);
  });

  it('does nothing once the message was received again', async () => {
    await send('again');
    const [first] = await receive({ VisibilityTimeout: 0 });
    await receive({ VisibilityTimeout: 0 });
    await call('DeleteMessage', { ReceiptHandle: first?.ReceiptHandle });
    expect(await receive()).toMatchObject([{ Body: 'again' }]);
  });

  it('of a message that is gone cannot change its visibility', async () => {
    await send('gone');
    const [message] = await receive();
    await call('DeleteMessage', { ReceiptHandle: message?.ReceiptHandle });
    expect(
      await call('ChangeMessageVisibility', { ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 1 }),
    ).toMatchObject({
      __type: 'com.amazonaws.sqs#InvalidParameterValue',
      message: expect.stringContaining('Message does not exist or is not available'),
    });
  });

  it('makes its message visible at once with a visibility timeout of 0', async () => {
    await send('back');
    const [message] = await receive();
    await call('ChangeMessageVisibility', { ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 });
    expect(await receive()).toMatchObject([{ Body: 'back' }]);
  });
});

describe('what a message may be', () => {
  it.each<[what: string, input: object, code: string, message: string]>([
    ['without a body', {}, 'MissingParameter', 'The request must contain the parameter MessageBody.'],
    [
      'delayed for too long',
      { MessageBody: 'a', DelaySeconds: 901 },
      'InvalidParameterValue',
      'Value 901 for parameter DelaySeconds is invalid. Reason: Must be between 0 and 900, if provided.',
    ],
    [
      'larger than a mebibyte',
      { MessageBody: 'a'.repeat(1_048_577) },
      'InvalidParameterValue',
      'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.',
    ],
    [
      'with an attribute of another type',
      { MessageBody: 'a', MessageAttributes: { kind: { DataType: 'Colour', StringValue: 'red' } } },
      'InvalidParameterValue',
      'Binary, Number, String',
    ],
  ])('a message %s is refused', async (_what, input, code, message) => {
    const refusal = await call('SendMessage', input);
    expect(refusal).toEqual({
      __type: `com.amazonaws.sqs#${code}`,
      message: expect.stringContaining(message),
    });
  });

  it('a batch may not be larger than a message', async () => {
    const Entries = ['a', 'b'].map((Id) => ({ Id, MessageBody: 'x'.repeat(600_000) }));
    expect(await call('SendMessageBatch', { Entries })).toMatchObject({
      __type: 'com.amazonaws.sqs#BatchRequestTooLong',
    });
  });
});

describe('attributes of a message', () => {
  const attributes = {
    'Help.Me': { DataType: 'String', StringValue: 'Me' },
    Hello: { DataType: 'Binary', BinaryValue: 'AAEC' },
    General: { DataType: 'Number', StringValue: '3' },
  };

  it.each<[names: string[], found: string[]]>([
    [[], []],
    [['All'], ['General', 'Hello', 'Help.Me']],
    [['.*'], ['General', 'Hello', 'Help.Me']],
    [['Hel.*'], ['Hello', 'Help.Me']],
    [['Foo', 'Help'], []],
    [['Foo', 'Hello'], ['Hello']],
  ])('asked for as %j are %j', (names, found) => {
    expect(Object.keys(wantedAttributes(attributes, names)).toSorted()).toEqual(found);
  });

  it('have the sum that the documentation lays out: length and bytes of name, type and value, in the order of the names', () => {
    const text = (value: string) => [0, 0, 0, value.length, ...Buffer.from(value)];
    const bytes = [
      [text('General'), text('Number'), 1, text('3')],
      [text('Hello'), text('Binary'), 2, 0, 0, 0, 3, 0, 1, 2],
      [text('Help.Me'), text('String'), 1, text('Me')],
    ].flat(2);
    expect(md5OfAttributes(attributes)).toBe(createHash('md5').update(Buffer.from(bytes)).digest('hex'));
  });

  it('have the same sum in whatever order they come', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (values) => {
        const made = Object.entries(values).map(([name, StringValue]) => [
          name,
          { DataType: 'String', StringValue },
        ]);
        const sums = [made, made.toReversed()].map((one) => md5OfAttributes(Object.fromEntries(one)));
        expect(sums[0]).toBe(sums[1]);
      }),
    );
  });
});

it.each<[code: string, status: number, shown: string]>([
  ['QueueDoesNotExist', 400, 'AWS.SimpleQueueService.NonExistentQueue;Sender'],
  ['ReceiptHandleIsInvalid', 400, 'ReceiptHandleIsInvalid;Sender'],
  ['EmptyBatchRequest', 400, 'AWS.SimpleQueueService.EmptyBatchRequest;Sender'],
  ['InternalServerError', 500, 'InternalServerError;Receiver'],
])('botocore is told that %s (%i) is %s', (code, status, shown) => {
  expect(queryError(code, status)).toBe(shown);
});
