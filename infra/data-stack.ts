/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { constructId } from './construct-id.js';
import { InboundSms } from './inbound-sms.js';
import { RequestRecords } from './request-records.js';
import { ResidentDataKey } from './resident-data-key.js';
import type { Settings } from './settings.js';
import { isRestored, type StageNames } from './stage-names.js';

export interface DataStackProps extends StackProps {
  readonly names: StageNames;
  readonly carrier: Settings['carrier'];
  /** The table in use, where that is not the stack's own. */
  readonly table?: Settings['table'];
  /** False where the own one is to be deleted, for another is in use. */
  readonly ownTable?: Settings['ownTable'];
}

/** AWS End User Messaging, where it exists. */
const CARRIER_OF_AWS = 'sms-voice.amazonaws.com';

/**
 * What must not be lost: the records, their key, and the texts that came in and were not read yet. It changes seldom, is retained when the stack is
 * deleted, and refers to nothing of the stack that works on it, which may be deployed and rolled back as often as people like.
 */
export class DataStack extends Stack {
  /** The stack's own; undefined where it was given up. */
  readonly records: RequestRecords | undefined;
  readonly inbound: InboundSms;

  constructor(
    scope: Construct,
    id: string,
    { names, carrier, table, ownTable = true, ...props }: DataStackProps,
  ) {
    // No termination protection: the CDK switches it on before the first deployment, and could not delete the stack when that fails, to try again.
    super(scope, id, props);
    const textCarrier = carrier === 'aws' ? new ServicePrincipal(CARRIER_OF_AWS) : undefined;
    const encryptionKey = new ResidentDataKey(this, 'ResidentDataKey', { textCarrier });
    this.records = ownTable
      ? new RequestRecords(this, 'RequestRecords', { name: names('records'), encryptionKey })
      : undefined;
    this.inbound = new InboundSms(this, 'InboundSms', { names, encryptionKey, textCarrier });
    // Last of all: were something to fail after it, its deletion protection would keep CloudFormation from taking it back.
    this.records?.node.addDependency(this.inbound);
    if (table !== undefined && isRestored(names, table))
      // By its name, so that the next one that is restored does not take its place.
      new RequestRecords(this, constructId(table.slice(names('').length)), {
        name: table,
        encryptionKey,
        isTakenIn: true,
      });
    const { topic, deadLetters } = this.inbound;
    const told = {
      // Not `TableName`: the app may work on another, and tells which.
      ...(this.records && { OwnTableName: this.records.tableName }),
      InboundSmsTopicArn: topic.topicArn,
      DeadLettersUrl: deadLetters.queueUrl,
    };
    for (const [name, value] of Object.entries(told)) new CfnOutput(this, name, { value });
    this.exportAlways();
  }

  /**
   * What is exported while others import it cannot be removed, or replaced beneath them. Exported whether or not it is: an export that came and went
   * with its use would keep this stack, which is deployed first, from being deployed.
   */
  private exportAlways(): void {
    const { records, inbound } = this;
    const { topic, queue, deadLetters } = inbound;
    for (const value of [
      ...(records ? [records.tableName, records.tableArn] : []),
      topic.topicArn,
      queue.queueArn,
      queue.queueName,
      deadLetters.queueName,
    ])
      this.exportValue(value);
  }
}
