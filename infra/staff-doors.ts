import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import type { MakeFunction } from './town-function.js';

export interface StaffDoorsProps {
  readonly make: MakeFunction;
  readonly api: HttpApi;
  readonly records: RequestRecords;
}

const { GET, POST, DELETE } = HttpMethod;

/** How staff sign in, and what they see then: who lets them in texts, and reads nothing of what they do. */
export class StaffDoors extends Construct {
  constructor(scope: Construct, id: string, { make, api, records }: StaffDoorsProps) {
    super(scope, id);
    const { tableName: table } = records;
    const signInStaff = make('sign-in-staff', { table });
    const integration = new HttpLambdaIntegration('SignInStaff', signInStaff);
    api.addRoutes({ path: '/staff/codes', methods: [POST], integration });
    api.addRoutes({ path: '/staff/sessions', methods: [POST], integration });
    allowSigningIn(records, signInStaff);

    const serveStaff = make('serve-staff', { table });
    const work = new HttpLambdaIntegration('ServeStaff', serveStaff);
    api.addRoutes({ path: '/staff', methods: [GET], integration: work });
    api.addRoutes({ path: '/staff/sessions', methods: [DELETE], integration: work });
    api.addRoutes({ path: '/staff/work', methods: [GET], integration: work });
    api.addRoutes({ path: '/staff/leave', methods: [POST], integration: work });
    api.addRoutes({ path: '/staff/leave/{from}', methods: [DELETE], integration: work });
    allowWork(records, serveStaff);
  }
}

function allowSigningIn(records: RequestRecords, signInStaff: LambdaFunction): void {
  records.readTowns(signInStaff);
  records.readDirectory(signInStaff);
  records.keepSignInCodes(signInStaff);
  records.signLinks(signInStaff);
  records.recordAudit(signInStaff);
  records.limitCallers(signInStaff);
  records.recordTexts(signInStaff);
  allowTexting(signInStaff);
}

function allowWork(records: RequestRecords, serveStaff: LambdaFunction): void {
  records.readTowns(serveStaff);
  records.recordLeave(serveStaff);
  records.checkLinks(serveStaff);
  records.findByContact(serveStaff);
  records.readRequests(serveStaff);
  records.readTasks(serveStaff);
  records.listRounds(serveStaff);
  records.readHistory(serveStaff);
}
