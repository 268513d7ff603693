import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import visitRound from '../workflows/visit-round.asl.json' with { type: 'json' };
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import { workflowMachine } from './workflow-machine.js';
import type { Workflows } from './workflows.js';

export interface VisitFunctions {
  readonly planVisits: LambdaFunction;
  readonly serveVisits: LambdaFunction;
  readonly receiveSms: LambdaFunction;
}

/** Normalized visits: the week's lists. */
export class Visits extends Construct {
  readonly round: StateMachine;

  constructor(scope: Construct, id: string, { planVisits }: Pick<VisitFunctions, 'planVisits'>) {
    super(scope, id);
    this.round = workflowMachine(this, 'Round', visitRound, {
      name: 'visit-round',
      calls: { PlanVisits: planVisits },
    });
  }
}

/** Who makes and texts the lists, who opens one by its link, and who records visits. */
export function allowVisits(records: RequestRecords, workflows: Workflows, functions: VisitFunctions): void {
  const { planVisits, serveVisits, receiveSms } = functions;
  records.readTowns(planVisits, serveVisits);
  records.readDirectory(serveVisits);
  records.readHistory(planVisits, serveVisits, receiveSms);
  records.listRounds(planVisits, serveVisits, receiveSms);
  records.saveRounds(planVisits);
  records.signLinks(planVisits);
  records.checkLinks(serveVisits);
  records.recordTexts(planVisits);
  records.recordVisits(serveVisits, receiveSms);
  records.saveRequests(serveVisits);
  records.keepPeople(serveVisits);
  workflows.allowStarting(serveVisits);
  allowTexting(planVisits);
}
