import { randomUUID } from 'node:crypto';
import { AwsError } from '../../errors/aws-error.js';
import type { Identities } from '../../iam/identities.js';
import type { Subscription, Topics } from '../../messaging/topics.js';
import { pageOf } from '../page-of.js';
import type { Xml } from '../query-protocol.js';
import type { WireRequest } from '../wire.js';

export interface TopicCallsOptions {
  readonly topics: Topics;
  readonly identities: Identities;
  /** The beginning of topics' ARNs. */
  readonly arnPrefix: string;
}

type TopicCall = (request: WireRequest, form: URLSearchParams, options: TopicCallsOptions) => Promise<Xml>;

/** A page of SNS, which cannot be asked for another size. */
const A_PAGE = 100;

const invalid = (reason: string): AwsError =>
  new AwsError('InvalidParameter', `Invalid parameter: ${reason}`);

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name) ?? '';
  if (value === '') throw invalid(`${name} Reason: no value for required parameter`);
  return value;
}

/** `Attributes.entry.1.key` and `.value`. */
function attributesIn(form: URLSearchParams): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (let index = 1; form.has(`Attributes.entry.${index}.key`); index += 1)
    attributes.set(
      form.get(`Attributes.entry.${index}.key`) ?? '',
      form.get(`Attributes.entry.${index}.value`) ?? '',
    );
  return attributes;
}

/** The topic that a call names, once its caller may do that with it. */
function topicFor(
  action: string,
  { caller }: WireRequest,
  form: URLSearchParams,
  { identities }: TopicCallsOptions,
): string {
  const arn = required(form, 'TopicArn');
  identities.authorize(caller, { action: `sns:${action}`, resource: arn });
  return arn;
}

const createTopic: TopicCall = async ({ caller }, form, { topics, identities, arnPrefix }) => {
  const name = required(form, 'Name');
  const arn = `${arnPrefix}${name}`;
  identities.authorize(caller, { action: 'sns:CreateTopic', resource: arn });
  const attributes = attributesIn(form);
  if (name.endsWith('.fifo') || attributes.get('FifoTopic') === 'true')
    throw invalid('the local cloud does not support FIFO topics');
  if (!/^[\w-]{1,256}$/.test(name)) throw invalid('Topic Name');
  for (const attribute of attributes.keys())
    if (attribute !== 'DisplayName' && attribute !== 'FifoTopic')
      throw invalid(`the local cloud does not support the attribute ${attribute}`);
  await topics.make(arn, name);
  return { TopicArn: arn };
};

const deleteTopic: TopicCall = async (request, form, options) => {
  await options.topics.remove(topicFor('DeleteTopic', request, form, options));
  return {};
};

const getTopicAttributes: TopicCall = (request, form, options) => {
  const arn = topicFor('GetTopicAttributes', request, form, options);
  const subscriptions = options.topics.subscriptions(arn).length;
  const attributes = {
    TopicArn: arn,
    Owner: arn.split(':')[4] ?? '',
    SubscriptionsConfirmed: String(subscriptions),
    SubscriptionsPending: '0',
    SubscriptionsDeleted: '0',
  };
  const entry = Object.entries(attributes).map(([key, value]) => ({ key, value }));
  return Promise.resolve({ Attributes: { entry } });
};

/** The endpoint of a subscription, as the protocol says it. */
function subscriptionOf(form: URLSearchParams, arn: string): Subscription {
  const protocol = required(form, 'Protocol');
  const endpoint = required(form, 'Endpoint');
  const attributes = attributesIn(form);
  for (const attribute of attributes.keys())
    if (attribute !== 'RawMessageDelivery')
      throw invalid(`the local cloud does not support the attribute ${attribute}`);
  switch (protocol) {
    case 'sqs':
      if (!/^arn:[\w-]+:sqs:/.test(endpoint)) throw invalid('SQS endpoint ARN');
      return { protocol, arn, queueArn: endpoint, raw: attributes.get('RawMessageDelivery') === 'true' };
    case 'lambda':
      if (!/^arn:[\w-]+:lambda:/.test(endpoint)) throw invalid('Lambda endpoint ARN');
      return { protocol, arn, functionArn: endpoint };
    case 'email':
    case 'email-json':
    case 'sms':
      return { protocol: 'outside', arn, endpoint: `${protocol} subscriber` };
    case 'http':
    case 'https':
    case 'application':
    case 'firehose':
      throw invalid(`the local cloud does not support the protocol ${protocol}`);
    default:
      throw invalid(`Amazon SNS does not support this protocol string: ${protocol}`);
  }
}

const subscribe: TopicCall = async (request, form, options) => {
  const topicArn = topicFor('Subscribe', request, form, options);
  const arn = await options.topics.makeSubscription(
    topicArn,
    subscriptionOf(form, `${topicArn}:${randomUUID()}`),
  );
  return { SubscriptionArn: arn };
};

const unsubscribe: TopicCall = async ({ caller }, form, { topics, identities }) => {
  const arn = required(form, 'SubscriptionArn');
  identities.authorize(caller, { action: 'sns:Unsubscribe', resource: arn });
  await topics.unsubscribe(arn);
  return {};
};

function endpointOf(subscription: Subscription): string {
  switch (subscription.protocol) {
    case 'sqs':
      return subscription.queueArn;
    case 'lambda':
      return subscription.functionArn;
    case 'outside':
      return subscription.endpoint;
  }
}

/** An outside one keeps its protocol before its address. */
const protocolOf = ({ protocol, ...rest }: Subscription): string =>
  protocol === 'outside' && 'endpoint' in rest ? (rest.endpoint.split(' ')[0] ?? '') : protocol;

function listed(
  all: readonly { readonly topicArn: string; readonly subscription: Subscription }[],
  form: URLSearchParams,
): Xml {
  const page = pageOf(all, ({ subscription: { arn } }) => arn, form.get('NextToken') ?? undefined, A_PAGE);
  if (page === undefined) throw invalid('NextToken');
  const member = page.items.map(({ topicArn, subscription }) => ({
    SubscriptionArn: subscription.arn,
    Owner: topicArn.split(':')[4] ?? '',
    Protocol: protocolOf(subscription),
    Endpoint: endpointOf(subscription),
    TopicArn: topicArn,
  }));
  return { Subscriptions: { member }, ...(page.next === undefined ? {} : { NextToken: page.next }) };
}

const listSubscriptions: TopicCall = ({ caller }, form, { topics, identities }) => {
  identities.authorize(caller, { action: 'sns:ListSubscriptions', resource: '*' });
  const all = topics
    .list()
    .flatMap(({ arn }) => topics.subscriptions(arn).map((subscription) => ({ topicArn: arn, subscription })));
  return Promise.resolve(listed(all, form));
};

const listSubscriptionsByTopic: TopicCall = (request, form, options) => {
  const topicArn = topicFor('ListSubscriptionsByTopic', request, form, options);
  const all = options.topics.subscriptions(topicArn).map((subscription) => ({ topicArn, subscription }));
  return Promise.resolve(listed(all, form));
};

/** The calls about topics and who is told of what is published there. */
export const TOPIC_CALLS: Readonly<Record<string, TopicCall>> = {
  CreateTopic: createTopic,
  DeleteTopic: deleteTopic,
  GetTopicAttributes: getTopicAttributes,
  ListSubscriptions: listSubscriptions,
  ListSubscriptionsByTopic: listSubscriptionsByTopic,
  Subscribe: subscribe,
  Unsubscribe: unsubscribe,
};
