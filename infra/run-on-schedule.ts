/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Scheduled } from '../functions/function-declaration.js';
import type { StageNames } from './stage-names.js';
import type { TownFunction } from './town-function.js';

const EVERY = {
  'five minutes': { schedule: ScheduleExpression.rate(Duration.minutes(5)), apart: Duration.minutes(5) },
  // On every whole and half hour.
  'half hour': {
    schedule: ScheduleExpression.cron({ minute: '0/30', hour: '*' }),
    apart: Duration.minutes(30),
  },
} as const;

/** Runs a function on its schedule, and tells it the scheduled time. A failed run is made good by the next. */
export function runOnSchedule(target: TownFunction, { part, every }: Scheduled, names: StageNames): void {
  const place = new Construct(target.stack, part);
  const { name, purpose } = target.declared;
  const role = new Role(place, 'Role', {
    roleName: names(`${name}-schedule`),
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
  });
  const { schedule, apart } = EVERY[every];
  new Schedule(place, 'Schedule', {
    scheduleName: names(name),
    description: purpose,
    schedule,
    target: new LambdaInvoke(target.live, {
      role,
      input: ScheduleTargetInput.fromObject({ at: ContextAttribute.scheduledTime }),
      retryAttempts: 0,
      maxEventAge: apart,
    }),
  });
}
