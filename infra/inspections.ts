import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import monthlyInspection from '../workflows/monthly-inspection.asl.json' with { type: 'json' };
import weeklyInspection from '../workflows/weekly-inspection.asl.json' with { type: 'json' };
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import type { MakeFunction } from './town-function.js';
import { workflowMachine } from './workflow-machine.js';

/** The list, a report, and a grid's pack of a month. */
const ROUTES = ['/inspections', '/inspections/{kind}/{date}', '/inspections/monthly/{date}/packs/{grid}'];

export interface InspectionsProps {
  readonly make: MakeFunction;
  readonly api: HttpApi;
  readonly records: RequestRecords;
  /** Runs each check, call and rectification. */
  readonly staffTask: StateMachine;
}

/** Inspections of the grids and offices, each with what it has put right, and their reports. */
export class Inspections extends Construct {
  readonly weekly: StateMachine;
  readonly monthly: StateMachine;

  constructor(scope: Construct, id: string, { make, api, records, staffTask }: InspectionsProps) {
    super(scope, id);
    const { tableName: table } = records;
    const holdInspection = make('hold-inspection', { table });
    const uses = { calls: { HoldInspection: holdInspection }, nests: { StaffTask: staffTask } };
    this.weekly = workflowMachine(this, 'Weekly', weeklyInspection, { name: 'weekly-inspection', ...uses });
    this.monthly = workflowMachine(this, 'Monthly', monthlyInspection, {
      name: 'monthly-inspection',
      ...uses,
    });
    allowHolding(records, holdInspection);

    const readInspections = make('read-inspections', { table });
    const integration = new HttpLambdaIntegration('ReadInspections', readInspections);
    for (const path of ROUTES) api.addRoutes({ path, methods: [HttpMethod.GET], integration });
    allowReading(records, readInspections);
  }
}

/** Who assigns and collects the checks, draws the sample, and tells of them. */
function allowHolding(records: RequestRecords, holdInspection: LambdaFunction): void {
  records.readTowns(holdInspection);
  records.readHistory(holdInspection);
  records.readTasks(holdInspection);
  records.saveTasks(holdInspection);
  records.listRounds(holdInspection);
  records.measureEffort(holdInspection);
  records.saveRounds(holdInspection);
  records.recordTexts(holdInspection);
  allowTexting(holdInspection);
}

function allowReading(records: RequestRecords, readInspections: LambdaFunction): void {
  records.readTowns(readInspections);
  records.readDirectory(readInspections);
  records.readTasks(readInspections);
  records.readRounds(readInspections);
}
