import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, type Conditions, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The actions of DynamoDB on a table's key in its caller's name; AWS's own key for DynamoDB grants the same. */
const TABLE_KEY_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
];
/** The actions of SNS on a topic's key for whoever publishes to it. */
const TOPIC_KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

export interface ResidentDataKeyProps {
  /** The service that publishes incoming texts; none where the town's own carrier hands them over. */
  readonly textCarrier?: ServicePrincipal | undefined;
}

/**
 * Encrypts what residents entrust to the town, wherever it rests. Lost with the key, so the key outlives the stack. It
 * names nobody who uses it, for those are made after it: who may use a table or publish to a topic is said by their own
 * roles.
 */
export class ResidentDataKey extends Key {
  constructor(scope: Construct, id: string, { textCarrier }: ResidentDataKeyProps) {
    super(scope, id, {
      description: 'Encrypts the requests, the people and the incoming texts of small-grid',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.allowThrough('dynamodb', TABLE_KEY_ACTIONS);
    // A grant lets DynamoDB itself use the key later on; nobody else is given one.
    this.allowThrough('dynamodb', ['kms:CreateGrant'], { Bool: { 'kms:GrantIsForAWSResource': 'true' } });
    this.allowThrough('sns', TOPIC_KEY_ACTIONS);
    if (textCarrier) this.allowIncomingTexts(textCarrier);
  }

  /** Whoever of this account may use what a service keeps may use its key through that service, and no other way. */
  private allowThrough(service: string, actions: string[], conditions: Conditions = {}): void {
    const { account, region, urlSuffix } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions,
        resources: ['*'],
        conditions: {
          ...conditions,
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': `${service}.${region}.${urlSuffix}`,
          },
        },
      }),
    );
  }

  /** Two-way SMS publishes incoming texts to an encrypted topic and needs the topic's key for it. */
  private allowIncomingTexts(textCarrier: ServicePrincipal): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [textCarrier],
        actions: TOPIC_KEY_ACTIONS,
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}
