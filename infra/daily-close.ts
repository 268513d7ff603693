import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import dailyClose from '../workflows/daily-close.asl.json' with { type: 'json' };
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import { allowStarting, workflowMachine } from './workflow-machine.js';

export interface DailyCloseFunctions {
  readonly closeDay: LambdaFunction;
  readonly beginFollowUps: LambdaFunction;
}

export interface DailyCloseProps extends DailyCloseFunctions {
  /** The machine that runs a follow-up. */
  readonly followUp: StateMachine;
}

/** The daily close: the report of every grid, the bulletin, and what follows from them. */
export class DailyClose extends Construct {
  readonly round: StateMachine;

  constructor(scope: Construct, id: string, { closeDay, beginFollowUps, followUp }: DailyCloseProps) {
    super(scope, id);
    this.round = workflowMachine(this, 'Round', dailyClose, {
      name: 'daily-close',
      calls: { CloseDay: closeDay, BeginFollowUps: beginFollowUps },
    });
    allowStarting(beginFollowUps, 'followUpMachine', followUp);
  }
}

/** Who closes the day and tells of it, and who begins follow-ups. */
export function allowDailyClose(records: RequestRecords, functions: DailyCloseFunctions): void {
  const { closeDay, beginFollowUps } = functions;
  records.readTowns(closeDay, beginFollowUps);
  records.readHistory(closeDay, beginFollowUps);
  records.readTasks(beginFollowUps);
  records.saveTasks(beginFollowUps);
  records.saveRequests(beginFollowUps);
  records.listRounds(closeDay);
  records.saveRounds(closeDay);
  records.recordTexts(closeDay);
  allowTexting(closeDay);
}
