/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';

interface Run {
  readonly description: string;
  readonly schedule: ScheduleExpression;
  /** Time from one run to the next. */
  readonly every: Duration;
}

/** Runs a function on a schedule, and tells it the time it was to run at. One that failed is made good by the next. */
export function runOnSchedule(
  scope: Construct,
  target: LambdaFunction,
  { description, schedule, every }: Run,
): void {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  new Schedule(scope, 'Schedule', {
    description,
    schedule,
    target: new LambdaInvoke(target, {
      role,
      input: ScheduleTargetInput.fromObject({ at: ContextAttribute.scheduledTime }),
      retryAttempts: 0,
      maxEventAge: every,
    }),
  });
}

/** Every whole and half hour. */
export const EVERY_HALF_HOUR = {
  schedule: ScheduleExpression.cron({ minute: '0/30', hour: '*' }),
  every: Duration.minutes(30),
} as const;
