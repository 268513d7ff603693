import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import deadlineCards from '../workflows/deadline-cards.asl.json' with { type: 'json' };
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import type { MakeFunction } from './town-function.js';
import { allowStarting, workflowMachine } from './workflow-machine.js';

export interface DeadlineCardsProps {
  readonly make: MakeFunction;
  readonly records: RequestRecords;
  /** The machine that runs a supervision order. */
  readonly staffTask: StateMachine;
}

/** Yellow and red cards. */
export class DeadlineCards extends Construct {
  readonly round: StateMachine;

  constructor(scope: Construct, id: string, { make, records, staffTask }: DeadlineCardsProps) {
    super(scope, id);
    const giveCards = make('give-cards', { table: records.tableName });
    this.round = workflowMachine(this, 'Round', deadlineCards, {
      name: 'deadline-cards',
      calls: { GiveCards: giveCards },
    });
    allowGiving(records, giveCards);
    allowStarting(giveCards, 'staffTaskMachine', staffTask);
  }
}

function allowGiving(records: RequestRecords, giveCards: LambdaFunction): void {
  records.readTowns(giveCards);
  records.findOpen(giveCards);
  records.saveRequests(giveCards);
  records.readPeople(giveCards);
  records.readTasks(giveCards);
  records.saveTasks(giveCards);
  records.reportRounds(giveCards);
  records.recordTexts(giveCards);
  allowTexting(giveCards);
}
