/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, NestedStack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Monitoring, type MonitoringProps } from './monitoring.js';

/**
 * Alarms and dashboard, in the app with what they watch: as a stack of their own they would hold it by its exports, and
 * a function that goes could not be deployed away before its alarm.
 */
export class MonitoringStack extends NestedStack {
  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { atOnce, inTheMorning } = new Monitoring(this, 'Monitoring', props);
    const app = this.nestedStackParent ?? this;
    new CfnOutput(app, 'AtOnceTopicArn', { value: atOnce.topicArn });
    new CfnOutput(app, 'InTheMorningTopicArn', { value: inTheMorning.topicArn });
  }
}
