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
import type { FunctionName } from './function-names.js';
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import type { TownEnvironment, TownFunction } from './town-function.js';

/** Quiet hours end on the hour or the half hour; a run that sends less than all leaves the rest to the next. */
const EVERY = Duration.minutes(30);

export interface HeldTextsProps {
  readonly make: (name: FunctionName, environment: TownEnvironment) => TownFunction;
  readonly records: RequestRecords;
}

/** Sends, every half hour, the texts whose quiet hours are over. */
export class HeldTexts extends Construct {
  constructor(scope: Construct, id: string, { make, records }: HeldTextsProps) {
    super(scope, id);
    const sender = make('send-held-texts', { table: records.tableName });
    allowHeldTexts(records, sender);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    new Schedule(this, 'Schedule', {
      description: 'Sends the texts that waited for the quiet hours to end',
      schedule: ScheduleExpression.cron({ minute: '0/30', hour: '*' }),
      target: new LambdaInvoke(sender, {
        role,
        input: ScheduleTargetInput.fromObject({ at: ContextAttribute.scheduledTime }),
        // What was not sent is sent by the next run.
        retryAttempts: 0,
        maxEventAge: EVERY,
      }),
    });
  }
}

/** It looks at each town's hours, at what was held and at the asks, and texts people. */
function allowHeldTexts(records: RequestRecords, sender: TownFunction): void {
  records.readTowns(sender);
  records.readDirectory(sender);
  records.sendHeldTexts(sender);
  records.recordTexts(sender);
  allowTexting(sender);
}
