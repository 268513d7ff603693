/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

/** A resident should not notice that the engine was down: five minutes is the shortest deadline any path has. */
const EVERY = Duration.minutes(5);

/** Starts, every few minutes, the requests that were accepted while the workflow engine was not to be reached. */
export class Sweep extends Construct {
  constructor(scope: Construct, id: string, sweeper: LambdaFunction) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    new Schedule(this, 'Schedule', {
      description: 'Starts accepted requests whose execution was not started',
      schedule: ScheduleExpression.rate(EVERY),
      // A sweep that failed is made good by the next one.
      target: new LambdaInvoke(sweeper, { role, retryAttempts: 0, maxEventAge: EVERY }),
    });
  }
}
