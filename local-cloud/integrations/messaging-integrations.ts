import * as z from 'zod';
import { AwsError } from '../errors/aws-error.js';
import type { Identities } from '../iam/identities.js';
import { messageAttributeSchema } from '../messaging/message.js';
import type { Publisher } from '../messaging/publisher.js';
import { md5 } from '../messaging/queue.js';
import type { Queues } from '../messaging/queues.js';
import { plainNumber, writeJson } from '../states-language/json.js';
import type { IntegratedService } from './integrate.js';

const attributes = z.record(z.string(), messageAttributeSchema).default({});
/** An object is sent as its JSON text. */
const body = z.unknown().transform((value) => (typeof value === 'string' ? value : writeJson(value)));

const publishSchema = z.object({
  TopicArn: z.string().optional(),
  PhoneNumber: z.string().optional(),
  Message: body,
  Subject: z.string().optional(),
  MessageAttributes: attributes,
});
const sendSchema = z.object({
  QueueUrl: z.string(),
  MessageBody: body,
  MessageAttributes: attributes,
  DelaySeconds: z.preprocess(plainNumber, z.number()).optional(),
});

function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AwsError('InvalidParameterException', z.prettifyError(parsed.error));
  return parsed.data;
}

/** `sns:publish`, to a topic or to a telephone. */
export function snsIntegration(publisher: Publisher): IntegratedService {
  return {
    errors: {
      prefix: 'SNS',
      service: 'AmazonSNS',
      base: 'AmazonSNSException',
      denied: 'AuthorizationErrorException',
    },
    sdkPrefix: 'Sns',
    actions: {
      publish: async (call, caller) => {
        const input = read(publishSchema, call.arguments);
        const id = await publisher.publish(caller, {
          topicArn: input.TopicArn,
          phoneNumber: input.PhoneNumber,
          message: input.Message,
          subject: input.Subject,
          attributes: input.MessageAttributes,
        });
        return { MessageId: id };
      },
    },
  };
}

/** `sqs:sendMessage`. */
export function sqsIntegration(queues: Queues, identities: Identities): IntegratedService {
  return {
    errors: { prefix: 'SQS', service: 'AmazonSQS', base: 'AmazonSQSException' },
    sdkPrefix: 'Sqs',
    actions: {
      sendMessage: async (call, caller) => {
        const input = read(sendSchema, call.arguments);
        const queue = queues.find(input.QueueUrl);
        identities.authorize(caller, { action: 'sqs:SendMessage', resource: queue.config.arn });
        const message = {
          body: input.MessageBody,
          attributes: input.MessageAttributes,
          delaySeconds: input.DelaySeconds,
        };
        const [id = ''] = await queue.send([message]);
        return { MessageId: id, MD5OfMessageBody: md5(input.MessageBody) };
      },
    },
  };
}
