import type { MessageAttribute } from './message.js';

/** One published message on its way to the subscribers. */
export interface Notification {
  readonly id: string;
  readonly topicArn: string;
  readonly message: string;
  readonly subject?: string | undefined;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  /** Epoch milliseconds. */
  readonly at: number;
}

const attributesOf = ({ attributes }: Notification) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: StringValue ?? BinaryValue ?? '' },
    ]),
  );

/** Nothing is signed locally; the fields stand there because readers expect them. */
const SIGNATURE = { SignatureVersion: '1', Signature: 'LOCAL' } as const;

/** The JSON text that a queue receives when raw delivery is off. */
export function queueEnvelope(notification: Notification, subscriptionArn: string): string {
  const { id, topicArn, subject, message, at, attributes } = notification;
  return JSON.stringify({
    Type: 'Notification',
    MessageId: id,
    TopicArn: topicArn,
    ...(subject === undefined ? {} : { Subject: subject }),
    Message: message,
    Timestamp: new Date(at).toISOString(),
    ...SIGNATURE,
    SigningCertURL: 'http://127.0.0.1/local.pem',
    UnsubscribeURL: `http://127.0.0.1/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`,
    ...(Object.keys(attributes).length === 0 ? {} : { MessageAttributes: attributesOf(notification) }),
  });
}

/** The record that a subscribed function receives. */
export function lambdaRecord(notification: Notification, subscriptionArn: string) {
  const { id, topicArn, subject, message, at } = notification;
  return {
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: subscriptionArn,
    Sns: {
      Type: 'Notification',
      MessageId: id,
      TopicArn: topicArn,
      Subject: subject ?? null,
      Message: message,
      Timestamp: new Date(at).toISOString(),
      ...SIGNATURE,
      SigningCertUrl: 'http://127.0.0.1/local.pem',
      UnsubscribeUrl: `http://127.0.0.1/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`,
      MessageAttributes: attributesOf(notification),
    },
  };
}
