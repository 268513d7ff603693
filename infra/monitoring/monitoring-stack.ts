/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Monitoring, type MonitoringProps } from './monitoring.js';

export type MonitoringStackProps = StackProps & MonitoringProps;

/** Alarms and dashboard stand beside what they watch: they can be changed, or taken away, without touching it. */
export class MonitoringStack extends Stack {
  readonly monitoring: Monitoring;

  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    super(scope, id, props);
    this.monitoring = new Monitoring(this, 'Monitoring', props);
  }
}
