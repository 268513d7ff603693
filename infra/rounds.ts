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
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { ROUND_KINDS, type RoundKind } from '../domain/rounds/round.js';
import { allowStarting } from './workflow-machine.js';

export interface RoundsProps {
  readonly starter: LambdaFunction;
  /** The machine of each recurring system; a kind without one is not started. */
  readonly machines: Readonly<Partial<Record<RoundKind, StateMachine>>>;
}

/** Times are the towns' own, in their own zones; every zone's whole and half hours fall on these or a quarter later. */
const EVERY = Duration.minutes(30);

/** Starts the recurring systems of every town: one schedule for all of them, for when each is due is the town's data. */
export class Rounds extends Construct {
  constructor(scope: Construct, id: string, { starter, machines }: RoundsProps) {
    super(scope, id);
    for (const kind of ROUND_KINDS) {
      const machine = machines[kind];
      if (machine) allowStarting(starter, kind, machine);
    }
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    new Schedule(this, 'Schedule', {
      description: "Starts the towns' recurring systems that are due",
      schedule: ScheduleExpression.cron({ minute: '0/30', hour: '*' }),
      target: new LambdaInvoke(starter, {
        role,
        input: ScheduleTargetInput.fromObject({ at: ContextAttribute.scheduledTime }),
        // A start that failed is made good by the next one: it looks hours back.
        retryAttempts: 0,
        maxEventAge: EVERY,
      }),
    });
  }
}
