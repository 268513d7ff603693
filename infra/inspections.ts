import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import weeklyInspection from '../workflows/weekly-inspection.asl.json' with { type: 'json' };
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import { workflowMachine } from './workflow-machine.js';

export interface InspectionFunctions {
  readonly holdInspection: LambdaFunction;
  readonly readInspections: LambdaFunction;
}

export interface InspectionsProps extends Pick<InspectionFunctions, 'holdInspection'> {
  /** Runs each check, call and rectification. */
  readonly staffTask: StateMachine;
}

/** Inspections of the grids and offices, each with what it has put right. */
export class Inspections extends Construct {
  readonly weekly: StateMachine;

  constructor(scope: Construct, id: string, { holdInspection, staffTask }: InspectionsProps) {
    super(scope, id);
    this.weekly = workflowMachine(this, 'Weekly', weeklyInspection, {
      name: 'weekly-inspection',
      calls: { HoldInspection: holdInspection },
      nests: { StaffTask: staffTask },
    });
  }
}

/** Who holds inspections, and who shows their reports. */
export function allowInspections(records: RequestRecords, functions: InspectionFunctions): void {
  const { holdInspection, readInspections } = functions;
  records.readTowns(holdInspection, readInspections);
  records.readDirectory(readInspections);
  records.readTasks(holdInspection, readInspections);
  records.saveTasks(holdInspection);
  records.saveRounds(holdInspection);
  records.readRounds(readInspections);
  records.recordTexts(holdInspection);
  allowTexting(holdInspection);
}
