import * as z from 'zod';
import type { Caller, Identities } from '../../iam/identities.js';
import type { Queue } from '../../messaging/queue.js';
import type { Queues } from '../../messaging/queues.js';
import { AwsError } from '../../errors/aws-error.js';
import { jsonAnswer, jsonFailure, readJsonInput } from '../json-protocol.js';
import type { WireService } from '../wire.js';
import { changeMessageVisibility } from './sqs/change-message-visibility.js';
import { deleteMessage, deleteMessageBatch } from './sqs/delete-message.js';
import { getQueueAttributes } from './sqs/get-queue-attributes.js';
import { listQueues } from './sqs/list-queues.js';
import { assertQueueName, DEFAULTS, queueChanges } from './sqs/make-queue.js';
import { startMessageMoveTask } from './sqs/move-messages.js';
import { purgeQueue } from './sqs/purge-queue.js';
import { queryError } from './sqs/query-error.js';
import { readSqsInput } from './sqs/read-input.js';
import { receiveMessage } from './sqs/receive-message.js';
import { sendMessage, sendMessageBatch } from './sqs/send-message.js';
import type { SqsOperation } from './sqs/sqs-operation.js';

export interface SqsWireOptions {
  /** In whose name queues are made. */
  readonly owner: { readonly arnPrefix: string; readonly urlPrefix: string };
  readonly queues: Queues;
  readonly identities: Identities;
}

const nameSchema = z.object({ QueueName: z.string().min(1) });
const sourceSchema = z.object({ SourceArn: z.string().min(1) });
const urlSchema = z.object({ QueueUrl: z.string().min(1) });

type DirectOperation = (input: unknown, options: SqsWireOptions, caller: Caller) => Promise<object> | object;

/** The same queue again is no error, unless it is to be another one. */
async function createQueue(
  input: unknown,
  { queues, identities, owner }: SqsWireOptions,
  caller: Caller,
): Promise<object> {
  const { QueueName: name } = readSqsInput(nameSchema, input);
  const arn = `${owner.arnPrefix}${name}`;
  identities.authorize(caller, { action: 'sqs:CreateQueue', resource: arn });
  assertQueueName(name);
  const { settings, policies = [] } = queueChanges(input);
  const there = queues.list().find(({ config }) => config.arn === arn);
  if (there === undefined) {
    const url = `${owner.urlPrefix}${name}`;
    return {
      QueueUrl: (await queues.make({ ...DEFAULTS, ...settings, name, arn, url }, policies)).config.url,
    };
  }
  const { config } = there;
  const differs = Object.entries(settings).some(
    ([setting, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(config, setting)),
  );
  if (differs)
    throw new AwsError(
      'QueueNameExists',
      'A queue already exists with the same name and a different value for attributes',
    );
  return { QueueUrl: config.url };
}

/** The operations that do not start from a queue's URL. */
const DIRECT: ReadonlyMap<string, DirectOperation> = new Map<string, DirectOperation>([
  [
    'GetQueueUrl',
    (input, { queues, identities }, caller) => {
      const { config } = queues.find(readSqsInput(nameSchema, input).QueueName);
      identities.authorize(caller, { action: 'sqs:GetQueueUrl', resource: config.arn });
      return { QueueUrl: config.url };
    },
  ],
  ['CreateQueue', createQueue],
  [
    'ListQueues',
    (input, { queues, identities }, caller) => {
      identities.authorize(caller, { action: 'sqs:ListQueues', resource: '*' });
      return listQueues(queues, input);
    },
  ],
  [
    'StartMessageMoveTask',
    (input, { queues, identities }, caller) => {
      const { SourceArn } = readSqsInput(sourceSchema, input);
      identities.authorize(caller, { action: 'sqs:StartMessageMoveTask', resource: SourceArn });
      return startMessageMoveTask(queues, input);
    },
  ],
]);

/** The operations that change a queue itself, with what they change it in. */
type QueueOperation = (queue: Queue, input: unknown, queues: Queues) => Promise<object>;

const OF_QUEUES: ReadonlyMap<string, QueueOperation> = new Map<string, QueueOperation>([
  [
    'SetQueueAttributes',
    async (queue, input, queues) => {
      const { settings, policies } = queueChanges(input);
      queue.change(settings);
      if (policies !== undefined) queue.policies.splice(0, Infinity, ...policies);
      await queues.keep(queue);
      return {};
    },
  ],
  [
    'DeleteQueue',
    async (queue, _input, queues) => {
      await queues.remove(queue);
      return {};
    },
  ],
]);

const OF_A_QUEUE: ReadonlyMap<string, SqsOperation> = new Map([
  ['SendMessage', sendMessage],
  ['SendMessageBatch', sendMessageBatch],
  ['ReceiveMessage', receiveMessage],
  ['DeleteMessage', deleteMessage],
  ['DeleteMessageBatch', deleteMessageBatch],
  ['ChangeMessageVisibility', changeMessageVisibility],
  ['GetQueueAttributes', getQueueAttributes],
  ['PurgeQueue', purgeQueue],
]);

/** The calls that are answered; every other is refused by name. */
export const SQS_CALLS: readonly string[] = [...DIRECT.keys(), ...OF_QUEUES.keys(), ...OF_A_QUEUE.keys()];

/** A batch is allowed to whoever may do the single call. */
const actionOf = (name: string) => `sqs:${name.replace(/Batch$/, '')}`;

/** SQS in AWS's JSON protocol. */
export function sqsWire(options: SqsWireOptions): WireService {
  return {
    name: 'sqs',
    handle: async ({ operation: name, body, caller }) => {
      const input = readJsonInput(body);
      const direct = DIRECT.get(name);
      if (direct !== undefined) return jsonAnswer(await direct(input, options, caller));
      const [operation, change] = [OF_A_QUEUE.get(name), OF_QUEUES.get(name)];
      if (operation === undefined && change === undefined)
        throw new AwsError('UnsupportedOperation', `The local cloud does not support sqs:${name}`);
      const queue = options.queues.find(readSqsInput(urlSchema, input).QueueUrl);
      options.identities.authorize(caller, { action: actionOf(name), resource: queue.config.arn });
      return jsonAnswer(
        (await operation?.(queue, input)) ?? (await change?.(queue, input, options.queues)) ?? {},
      );
    },
    fail: (error) => {
      const shown =
        error.code === 'AccessDeniedException' ? new AwsError('AccessDenied', error.message, 403) : error;
      const { headers, ...answer } = jsonFailure(shown, 'com.amazonaws.sqs#');
      return {
        ...answer,
        headers: { ...headers, 'x-amzn-query-error': queryError(shown.code, shown.status) },
      };
    },
  };
}
