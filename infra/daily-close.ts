import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import dailyClose from '../workflows/daily-close.asl.json' with { type: 'json' };
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import type { MakeFunction } from './town-function.js';
import { allowStarting, workflowMachine } from './workflow-machine.js';

export interface DailyCloseProps {
  readonly make: MakeFunction;
  readonly records: RequestRecords;
  /** The machine that runs a follow-up. */
  readonly followUp: StateMachine;
}

/** The daily close: the report of every grid, the bulletin, and what follows from them. */
export class DailyClose extends Construct {
  readonly round: StateMachine;

  constructor(scope: Construct, id: string, { make, records, followUp }: DailyCloseProps) {
    super(scope, id);
    const closeDay = make('close-day', { table: records.tableName });
    const beginFollowUps = make('begin-follow-ups', { table: records.tableName });
    this.round = workflowMachine(this, 'Round', dailyClose, {
      name: 'daily-close',
      calls: { CloseDay: closeDay, BeginFollowUps: beginFollowUps },
    });
    allowClosing(records, closeDay);
    allowBeginning(records, beginFollowUps);
    allowStarting(beginFollowUps, 'followUpMachine', followUp);
  }
}

/** Who closes the day and tells of it. */
function allowClosing(records: RequestRecords, closeDay: LambdaFunction): void {
  records.readTowns(closeDay);
  records.findOpen(closeDay);
  records.listRounds(closeDay);
  records.saveRounds(closeDay);
  records.recordTexts(closeDay);
  allowTexting(closeDay);
}

function allowBeginning(records: RequestRecords, beginFollowUps: LambdaFunction): void {
  records.readTowns(beginFollowUps);
  records.findOpen(beginFollowUps);
  records.readTasks(beginFollowUps);
  records.saveTasks(beginFollowUps);
  records.saveRequests(beginFollowUps);
}
