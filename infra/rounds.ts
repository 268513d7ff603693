import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { ROUND_KINDS, type RoundKind } from '../domain/rounds/round.js';
import { EVERY_HALF_HOUR, runOnSchedule } from './run-on-schedule.js';
import { allowStarting } from './workflow-machine.js';

export interface RoundsProps {
  readonly starter: LambdaFunction;
  /** The machine of each recurring system; a kind without one is not started. */
  readonly machines: Readonly<Partial<Record<RoundKind, StateMachine>>>;
}

/**
 * Starts the recurring systems of every town: one schedule for all of them, for when each is due is the town's data. Times are
 * the towns' own, in their own zones; every zone's whole and half hours fall on the schedule's or a quarter later. A start that
 * failed is made good by the next run: it looks hours back.
 */
export class Rounds extends Construct {
  constructor(scope: Construct, id: string, { starter, machines }: RoundsProps) {
    super(scope, id);
    for (const kind of ROUND_KINDS) {
      const machine = machines[kind];
      if (machine) allowStarting(starter, kind, machine);
    }
    runOnSchedule(this, starter, {
      description: "Starts the towns' recurring systems that are due",
      ...EVERY_HALF_HOUR,
    });
  }
}
