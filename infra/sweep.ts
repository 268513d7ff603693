import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { runOnSchedule } from './run-on-schedule.js';

/** A resident should not notice that the engine was down: five minutes is the shortest deadline any path has. */
const EVERY = Duration.minutes(5);

/** Starts, every few minutes, the requests that were accepted while the workflow engine was not to be reached. */
export class Sweep extends Construct {
  constructor(scope: Construct, id: string, sweeper: LambdaFunction) {
    super(scope, id);
    runOnSchedule(this, sweeper, {
      description: 'Starts accepted requests whose execution was not started',
      schedule: ScheduleExpression.rate(EVERY),
      every: EVERY,
    });
  }
}
