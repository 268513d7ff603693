import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import followUp from '../workflows/follow-up.asl.json' with { type: 'json' };
import staffTask from '../workflows/staff-task.asl.json' with { type: 'json' };
import { workflowMachine } from './workflow-machine.js';

export interface StaffWorkFunctions {
  readonly askPerson: LambdaFunction;
  readonly recordTask: LambdaFunction;
}

/** What the staff are asked to do outside a resident's request. */
export class StaffWork extends Construct {
  readonly followUp: StateMachine;
  readonly staffTask: StateMachine;

  constructor(scope: Construct, id: string, { askPerson, recordTask }: StaffWorkFunctions) {
    super(scope, id);
    const calls = { AskPerson: askPerson, RecordTask: recordTask };
    this.followUp = workflowMachine(this, 'FollowUp', followUp, { name: 'follow-up', calls });
    this.staffTask = workflowMachine(this, 'StaffTask', staffTask, { name: 'staff-task', calls });
  }

  /** Those in which tasks wait for a person's answer. */
  get machines(): readonly StateMachine[] {
    return [this.followUp, this.staffTask];
  }
}
