import { AwsError } from '../errors/aws-error.js';
import type { Caller, Identities } from '../iam/identities.js';
import type { Meters } from '../meters/meters.js';
import { smsParts } from '../meters/sms-parts.js';
import type { MessageAttribute } from './message.js';
import type { SmsCarrier } from './sms-carrier.js';
import type { Topics } from './topics.js';

/** The sender that SNS shows when neither a number nor a sender id is given. */
const DEFAULT_SENDER = 'NOTICE';

/** E.164, as SNS wants it; no country has numbers of fewer than seven digits with its code. */
const PHONE_NUMBER = /^\+?[1-9]\d{6,14}$/;

/** 256 KiB. */
const MOST_BYTES = 262_144;

export interface PublishRequest {
  readonly topicArn?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly message: string;
  readonly subject?: string | undefined;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

/** SNS's rules for every message, in its own words. */
function check({ topicArn, phoneNumber, message }: PublishRequest): void {
  if (topicArn === undefined && phoneNumber === undefined)
    throw new AwsError(
      'InvalidParameter',
      'Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter',
    );
  if (topicArn !== undefined && phoneNumber !== undefined)
    throw new AwsError('InvalidParameter', 'Invalid parameter: TopicArn or PhoneNumber, one of them');
  if (message === '') throw new AwsError('InvalidParameter', 'Invalid parameter: Empty message');
  if (Buffer.byteLength(message) > MOST_BYTES)
    throw new AwsError('InvalidParameter', 'Invalid parameter: Message too long');
}

/** SNS's Publish: to a topic or to a telephone. */
export class Publisher {
  constructor(
    private readonly options: {
      readonly identities: Identities;
      readonly topics: Topics;
      readonly carrier: SmsCarrier;
      readonly meters: Meters;
    },
  ) {}

  /** The message id, once the message is on disk. */
  async publish(caller: Caller, request: PublishRequest): Promise<string> {
    const { topicArn, phoneNumber } = request;
    check(request);
    this.options.identities.authorize(caller, {
      action: 'SNS:Publish',
      resource: topicArn ?? phoneNumber ?? '',
      // AWS names the number; functions log their errors, and a log must not hold it.
      ...(topicArn === undefined ? { shownAs: 'the phone number' } : {}),
    });
    if (topicArn !== undefined) return this.options.topics.publish(topicArn, request);
    return this.text(caller, phoneNumber ?? '', request);
  }

  private async text(caller: Caller, to: string, { message, attributes }: PublishRequest): Promise<string> {
    if (!PHONE_NUMBER.test(to))
      throw new AwsError(
        'InvalidParameter',
        `Invalid parameter: PhoneNumber Reason: ${to} is not valid to publish to`,
      );
    const from =
      attributes['AWS.MM.SMS.OriginationNumber']?.StringValue ??
      attributes['AWS.SNS.SMS.SenderID']?.StringValue ??
      DEFAULT_SENDER;
    const execution = caller.kind === 'role' ? caller.attribution() : undefined;
    this.options.meters.add(execution, { smsParts: smsParts(message) });
    return this.options.carrier.send({ from, to, body: message });
  }
}
