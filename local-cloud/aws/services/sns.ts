import * as z from 'zod';
import type { Identities } from '../../iam/identities.js';
import type { MessageAttribute } from '../../messaging/message.js';
import type { Publisher } from '../../messaging/publisher.js';
import type { Topics } from '../../messaging/topics.js';
import { AwsError } from '../aws-error.js';
import { queryAnswer, queryFailure, type Xml } from '../query-protocol.js';
import type { WireRequest, WireService } from '../wire.js';

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

export interface SnsWireOptions {
  readonly topics: Topics;
  readonly publisher: Publisher;
  readonly identities: Identities;
}

const publishSchema = z.object({
  TopicArn: z.string().optional(),
  TargetArn: z.string().optional(),
  PhoneNumber: z.string().optional(),
  Message: z.string(),
  Subject: z.string().optional(),
});

/** `MessageAttributes.entry.1.Name`, `.Value.DataType`, `.Value.StringValue` and so on, gathered by name. */
function readAttributes(form: URLSearchParams): Record<string, MessageAttribute> {
  const attributes: Record<string, MessageAttribute> = {};
  for (let index = 1; form.has(`MessageAttributes.entry.${index}.Name`); index += 1) {
    const entry = `MessageAttributes.entry.${index}`;
    attributes[form.get(`${entry}.Name`) ?? ''] = {
      DataType: form.get(`${entry}.Value.DataType`) ?? 'String',
      StringValue: form.get(`${entry}.Value.StringValue`) ?? undefined,
      BinaryValue: form.get(`${entry}.Value.BinaryValue`) ?? undefined,
    };
  }
  return attributes;
}

async function publish(
  request: WireRequest,
  form: URLSearchParams,
  { publisher }: SnsWireOptions,
): Promise<Xml> {
  const parsed = publishSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new AwsError('InvalidParameter', 'Invalid parameter: Message');
  const { TopicArn, TargetArn, PhoneNumber, Message, Subject } = parsed.data;
  const topicArn = TopicArn ?? TargetArn;
  const id = await publisher.publish(request.caller, {
    ...(topicArn === undefined ? {} : { topicArn }),
    ...(PhoneNumber === undefined ? {} : { phoneNumber: PhoneNumber }),
    message: Message,
    subject: Subject,
    attributes: readAttributes(form),
  });
  return { MessageId: id };
}

function listTopics(request: WireRequest, { topics, identities }: SnsWireOptions): Xml {
  identities.authorize(request.caller, { action: 'sns:ListTopics', resource: '*' });
  return { Topics: { member: topics.list().map(({ arn }) => ({ TopicArn: arn })) } };
}

/** SNS in AWS's query protocol. */
export function snsWire(options: SnsWireOptions): WireService {
  return {
    name: 'sns',
    handle: async (request) => {
      const { operation, requestId } = request;
      switch (operation) {
        case 'Publish': {
          const result = await publish(request, new URLSearchParams(request.body), options);
          return queryAnswer(NAMESPACE, operation, result, requestId);
        }
        case 'ListTopics':
          return queryAnswer(NAMESPACE, operation, listTopics(request, options), requestId);
        default:
          throw new AwsError('InvalidAction', `The local cloud does not support sns:${operation}`);
      }
    },
    fail: (error, requestId) => {
      const denied = error.code === 'AccessDeniedException';
      return queryFailure(
        NAMESPACE,
        denied ? new AwsError('AuthorizationError', error.message, 403) : error,
        requestId,
      );
    },
  };
}
