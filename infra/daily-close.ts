import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import dailyClose from '../workflows/daily-close.asl.json' with { type: 'json' };
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import { workflowMachine } from './workflow-machine.js';

export interface DailyCloseFunctions {
  readonly closeDay: LambdaFunction;
}

/** The daily close: the report of every grid, the bulletin, and what follows from them. */
export class DailyClose extends Construct {
  readonly round: StateMachine;

  constructor(scope: Construct, id: string, { closeDay }: DailyCloseFunctions) {
    super(scope, id);
    this.round = workflowMachine(this, 'Round', dailyClose, {
      name: 'daily-close',
      calls: { CloseDay: closeDay },
    });
  }
}

/** Who closes the day. */
export function allowDailyClose(records: RequestRecords, { closeDay }: DailyCloseFunctions): void {
  records.readTowns(closeDay);
  records.readHistory(closeDay);
  records.listRounds(closeDay);
  records.saveRounds(closeDay);
  records.recordTexts(closeDay);
  allowTexting(closeDay);
}
