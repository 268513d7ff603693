import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
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

/** How staff sign in, and what they see then: who texts codes, and who lets in by them, reads nothing of what they do. */
export class StaffDoors extends Construct {
  constructor(scope: Construct, id: string, { make, api, records }: StaffDoorsProps) {
    super(scope, id);
    const { tableName: table } = records;
    // Ids and a digest, nothing of anybody's: no key of the town's own is needed.
    const topic = new Topic(this, 'SignInCodes', { enforceSSL: true });
    const signInStaff = make('sign-in-staff', { table, signInTopic: topic.topicArn });
    signInStaff.addToRolePolicy(
      new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
    );
    const textSignInCode = make('text-sign-in-code', { table });
    topic.addSubscription(new LambdaSubscription(textSignInCode));
    allowTextingCodes(records, textSignInCode);
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
  records.beginSessions(signInStaff);
}

function allowTextingCodes(records: RequestRecords, textSignInCode: LambdaFunction): void {
  records.readTowns(textSignInCode);
  records.keepSignInCodes(textSignInCode);
  records.signLinks(textSignInCode);
  records.recordTexts(textSignInCode);
  allowTexting(textSignInCode);
}

function allowWork(records: RequestRecords, serveStaff: LambdaFunction): void {
  records.readTowns(serveStaff);
  records.recordLeave(serveStaff);
  records.checkLinks(serveStaff);
  records.checkSessions(serveStaff);
  records.findByContact(serveStaff);
  records.readRequests(serveStaff);
  records.readTasks(serveStaff);
  records.listRounds(serveStaff);
  records.readHistory(serveStaff);
}
