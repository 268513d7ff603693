import * as z from 'zod';
import type { Caller, Identities } from '../../iam/identities.js';
import { type MessageAttribute, messageAttributeSchema } from '../../messaging/message.js';
import type { Publisher } from '../../messaging/publisher.js';
import type { Topics } from '../../messaging/topics.js';
import { AwsError } from '../../errors/aws-error.js';
import { pageOf } from '../page-of.js';
import { queryAnswer, queryFailure, type Xml } from '../query-protocol.js';
import type { WireRequest, WireService } from '../wire.js';
import { TOPIC_CALLS } from './sns-topics.js';

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

/** A page of SNS, which cannot be asked for another size. */
const TOPICS_A_PAGE = 100;

export interface SnsWireOptions {
  readonly topics: Topics;
  readonly publisher: Publisher;
  readonly identities: Identities;
  /** The beginning of topics' ARNs. */
  readonly arnPrefix: string;
}

const publishSchema = z.object({
  TopicArn: z.string().optional(),
  TargetArn: z.string().optional(),
  PhoneNumber: z.string().optional(),
  Message: z.string(),
  Subject: z.string().min(1).max(100).optional(),
  MessageStructure: z.undefined({ error: 'MessageStructure is not supported by the local cloud' }).optional(),
});

const attributesSchema = z.record(z.string(), messageAttributeSchema);

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

/** `Invalid parameter: Subject Reason: ...` */
function invalid({ issues }: z.ZodError): string {
  const { path = [], message = '' } = issues[0] ?? {};
  return `Invalid parameter: ${path.join('.')} Reason: ${message}`;
}

async function publish(
  caller: Caller,
  message: unknown,
  attributes: Readonly<Record<string, MessageAttribute>>,
  { publisher }: SnsWireOptions,
): Promise<{ readonly MessageId: string }> {
  const parsed = publishSchema.safeParse(message);
  if (!parsed.success) throw new AwsError('InvalidParameter', invalid(parsed.error));
  const { TopicArn, TargetArn, PhoneNumber, Message, Subject } = parsed.data;
  const topicArn = TopicArn ?? TargetArn;
  const id = await publisher.publish(caller, {
    ...(topicArn === undefined ? {} : { topicArn }),
    ...(PhoneNumber === undefined ? {} : { phoneNumber: PhoneNumber }),
    message: Message,
    subject: Subject,
    attributes,
  });
  return { MessageId: id };
}

function listTopics(
  request: WireRequest,
  form: URLSearchParams,
  { topics, identities }: SnsWireOptions,
): Xml {
  identities.authorize(request.caller, { action: 'sns:ListTopics', resource: '*' });
  const token = form.get('NextToken') ?? undefined;
  const page = pageOf(topics.list(), ({ arn }) => arn, token, TOPICS_A_PAGE);
  if (page === undefined) throw new AwsError('InvalidParameter', 'Invalid parameter: NextToken');
  const { items, next } = page;
  return {
    Topics: { member: items.map(({ arn }) => ({ TopicArn: arn })) },
    ...(next === undefined ? {} : { NextToken: next }),
  };
}

type Call = (request: WireRequest, form: URLSearchParams, options: SnsWireOptions) => Promise<Xml> | Xml;

const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  [
    'Publish',
    async ({ caller }, form, options) => ({
      ...(await publish(caller, Object.fromEntries(form), readAttributes(form), options)),
    }),
  ],
  ['ListTopics', listTopics],
  ...Object.entries(TOPIC_CALLS),
]);

/** The calls that are answered; every other is refused by name. */
export const SNS_CALLS: readonly string[] = [...CALLS.keys()];

/** SNS in AWS's query protocol. */
export function snsWire(options: SnsWireOptions): WireService {
  return {
    name: 'sns',
    perform: async (operation, { MessageAttributes = {}, ...message }, caller) =>
      operation === 'Publish'
        ? {
            status: 200,
            output: {
              ...(await publish(caller, message, attributesSchema.parse(MessageAttributes), options)),
            },
          }
        : undefined,
    handle: async (request) => {
      const { operation, requestId } = request;
      const call = CALLS.get(operation);
      if (call === undefined)
        throw new AwsError('InvalidAction', `The local cloud does not support sns:${operation}`);
      const result = await call(request, new URLSearchParams(request.body), options);
      return queryAnswer(NAMESPACE, operation, result, requestId);
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
