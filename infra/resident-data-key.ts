import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** What DynamoDB does with a table's key in its caller's name; AWS's own key for DynamoDB grants the same. */
const TABLE_KEY_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:CreateGrant',
];

/** Encrypts what residents entrust to the town, wherever it rests. Lost with the key, so the key outlives the stack. */
export class ResidentDataKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Encrypts the requests, the people and the incoming texts of small-grid',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.allowTables();
    this.allowIncomingTexts();
  }

  /** Whoever of this account may use a table may use its key through DynamoDB, and no other way. */
  private allowTables(): void {
    const { account, region, urlSuffix } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: TABLE_KEY_ACTIONS,
        resources: ['*'],
        conditions: {
          StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` },
        },
      }),
    );
  }

  /** Two-way SMS publishes incoming texts to an encrypted topic and needs the topic's key for it. */
  private allowIncomingTexts(): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
  /** Whoever publishes to a topic that is encrypted with it needs it for that, and for nothing else. */
  allowPublishing(publisher: IGrantable): void {
    const { region, urlSuffix } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [publisher.grantPrincipal],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'kms:ViaService': `sns.${region}.${urlSuffix}` } },
      }),
    );
  }
}
