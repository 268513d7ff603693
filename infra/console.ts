import { Duration, Fn } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../adapters/environment.js';
import { REQUEST_ROUTES } from '../functions/console/browse-requests/routes.js';
import { WORK_ROUTES } from '../functions/console/browse-work/routes.js';
import { TOWN_ROUTES } from '../functions/console/manage-town/routes.js';
import { AUDIT_ROUTES } from '../functions/console/read-audit/routes.js';
import { BILL_ROUTES } from '../functions/console/price-request/routes.js';
import { READING_ROUTES } from '../functions/console/teach-reading/routes.js';
import { TEXT_ROUTES } from '../functions/console/read-texts/routes.js';
import { CONSOLE_PAGES, SESSION_ROUTES } from '../functions/console/serve-console/routes.js';
import { FLOOD_ROUTES } from '../functions/console/watch-floods/routes.js';
import { EXECUTION_ROUTES } from '../functions/console/watch-executions/routes.js';
import { ConsoleApi, parameter } from './console-api.js';
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import { allowAnswering } from './waiting-tasks.js';
import type { Workflows } from './workflows.js';
import type { MakeFunction } from './town-function.js';

export interface ConsoleProps {
  readonly make: MakeFunction;
  readonly api: HttpApi;
  readonly records: RequestRecords;
  readonly workflows: Workflows;
  /** Every state machine of the deployment. */
  readonly machines: readonly StateMachine[];
}

/** What is looked at of an execution, and what may be done to it. */
const WATCHED = [
  'states:DescribeExecution',
  'states:DescribeStateMachineForExecution',
  'states:GetExecutionHistory',
  'states:RedriveExecution',
  'states:StopExecution',
];

/**
 * One processor whole, which Lambda gives from 1,769 MB on: learning a town's examples is ten seconds of work. API Gateway gives up after 30 s, and what
 * was learnt by then is remembered.
 */
const LEARNING = { memorySize: 1769, timeout: Duration.seconds(60) };

/** The information network management platform: its functions, their routes, and what each may touch. */
export class Console extends Construct {
  /** The account whose AWS console the pages link to; empty for no links. */
  private readonly awsAccount: string;

  constructor(scope: Construct, id: string, { make, api, ...touched }: ConsoleProps) {
    super(scope, id);
    this.awsAccount = parameter(this, 'AwsConsoleAccount', {
      default: '',
      description: 'The account whose AWS console the pages link to; empty for no links',
    });
    const { records, workflows } = touched;
    const table = records.tableName;
    const requestMachine = workflows.requestMachineArn;
    const routes = new ConsoleApi(this, 'Api', api);
    this.pages(routes, make('serve-console', { table }), records);
    this.requests(routes, make('browse-requests', { table, requestMachine }), touched);
    this.work(routes, make('browse-work', { table }), records);
    this.town(routes, make('manage-town', { table }, LEARNING), records);
    this.reading(routes, make('teach-reading', { table }, LEARNING), records);
    this.floods(routes, make('watch-floods', { table, requestMachine }), touched);
    this.audit(routes, make('read-audit', { table }), records);
    this.texts(routes, make('read-texts', { table }), records);
    this.bill(routes, make('price-request', { table, requestMachine }), touched);
    this.executions(routes, make('watch-executions', { table }), touched);
  }

  /** The board, one request with its person, answers of the duty desk, exports. */
  private requests(
    routes: ConsoleApi,
    browseRequests: LambdaFunction,
    { records, workflows }: Pick<ConsoleProps, 'records' | 'workflows'>,
  ): void {
    routes.guard('BrowseRequests', browseRequests, REQUEST_ROUTES);
    browseRequests.addEnvironment(ENVIRONMENT.coordinationMachine, workflows.coordinationMachineArn);
    records.readTowns(browseRequests);
    records.readBoard(browseRequests);
    records.recordAudit(browseRequests);
    records.listAsks(browseRequests);
    records.answerAsks(browseRequests);
    records.saveRequests(browseRequests);
    records.readPeople(browseRequests);
    records.recordTexts(browseRequests);
    workflows.allowWatching(browseRequests);
    allowTexting(browseRequests);
    allowAnswering(this, 'AnswerAsDesk', workflows.machines, [browseRequests]);
  }

  /** The town's data, read, changed, imported and exported. */
  private town(routes: ConsoleApi, manageTown: LambdaFunction, records: RequestRecords): void {
    routes.guard('ManageTown', manageTown, TOWN_ROUTES);
    records.changeTowns(manageTown);
    records.recordAudit(manageTown);
  }

  /** How free words are read, and what the desk teaches. */
  private reading(routes: ConsoleApi, teachReading: LambdaFunction, records: RequestRecords): void {
    routes.guard('TeachReading', teachReading, READING_ROUTES);
    records.changeTowns(teachReading);
    records.keepTaught(teachReading);
    records.readRequests(teachReading);
    records.readPeople(teachReading);
    records.recordAudit(teachReading);
  }

  /** What is held together, and what the desk decides: released dangers are called out like any other. */
  private floods(
    routes: ConsoleApi,
    watchFloods: LambdaFunction,
    { records, workflows }: Pick<ConsoleProps, 'records' | 'workflows'>,
  ): void {
    routes.guard('WatchFloods', watchFloods, FLOOD_ROUTES);
    records.readTowns(watchFloods);
    records.listFloods(watchFloods);
    records.decideFloods(watchFloods);
    records.saveRequests(watchFloods);
    records.keepPeople(watchFloods);
    records.recordAudit(watchFloods);
    workflows.allowStarting(watchFloods);
  }

  /** Who looked at what, and changed what. */
  private audit(routes: ConsoleApi, readAudit: LambdaFunction, records: RequestRecords): void {
    routes.guard('ReadAudit', readAudit, AUDIT_ROUTES);
    records.readAudit(readAudit);
  }

  /** The runs of the recurring systems, and the tasks of the staff. */
  private work(routes: ConsoleApi, browseWork: LambdaFunction, records: RequestRecords): void {
    routes.guard('BrowseWork', browseWork, WORK_ROUTES);
    records.readTowns(browseWork);
    records.readRounds(browseWork);
    records.readTasks(browseWork);
    records.listTasks(browseWork);
    records.recordAudit(browseWork);
  }

  /** What is texted, both ways. */
  private texts(routes: ConsoleApi, readTexts: LambdaFunction, records: RequestRecords): void {
    routes.guard('ReadTexts', readTexts, TEXT_ROUTES);
    records.readTowns(readTexts);
    records.readTextLog(readTexts);
    records.readTextsOfRequests(readTexts);
    records.recordAudit(readTexts);
  }

  /** What a request has cost, from its history and its texts. */
  private bill(
    routes: ConsoleApi,
    priceRequest: LambdaFunction,
    { records, workflows }: Pick<ConsoleProps, 'records' | 'workflows'>,
  ): void {
    routes.guard('PriceRequest', priceRequest, BILL_ROUTES);
    priceRequest.addEnvironment(ENVIRONMENT.coordinationMachine, workflows.coordinationMachineArn);
    records.readTowns(priceRequest);
    records.readRequests(priceRequest);
    records.readTextsOfRequests(priceRequest);
    for (const machine of workflows.machines)
      machine.grantExecution(priceRequest, 'states:GetExecutionHistory');
  }

  /** Executions are looked at by whoever may, redriven, retried and stopped by administrators; the function tells whose town's each is. */
  private executions(
    routes: ConsoleApi,
    watchExecutions: LambdaFunction,
    { records, workflows, machines }: Pick<ConsoleProps, 'records' | 'workflows' | 'machines'>,
  ): void {
    routes.guard('WatchExecutions', watchExecutions, EXECUTION_ROUTES);
    const arns = machines.map(({ stateMachineArn }) => stateMachineArn);
    watchExecutions.addEnvironment(ENVIRONMENT.machines, Fn.join(' ', arns));
    watchExecutions.addEnvironment(ENVIRONMENT.awsAccount, this.awsAccount);
    records.readRequests(watchExecutions);
    records.readTasks(watchExecutions);
    records.readRounds(watchExecutions);
    records.recordAudit(watchExecutions);
    // A coordination is begun by its request alone.
    const retried = arns.filter((arn) => arn !== workflows.coordinationMachineArn);
    watchExecutions.addToRolePolicy(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: retried }),
    );
    watchExecutions.addToRolePolicy(
      new PolicyStatement({ actions: ['states:ListExecutions'], resources: arns }),
    );
    for (const machine of machines) machine.grantExecution(watchExecutions, ...WATCHED);
  }

  private pages(routes: ConsoleApi, serveConsole: LambdaFunction, records: RequestRecords): void {
    routes.open('ConsolePages', serveConsole, CONSOLE_PAGES);
    routes.guard('ConsoleSession', serveConsole, SESSION_ROUTES);
    records.readTowns(serveConsole);
    serveConsole.addEnvironment(ENVIRONMENT.issuer, routes.issuer);
    serveConsole.addEnvironment(ENVIRONMENT.audience, routes.audience);
    const origins = parameter(this, 'OidcOrigins', {
      default: '',
      description:
        "Further origins of the issuer, separated by spaces, where its token endpoint is elsewhere (Cognito's is)",
    });
    serveConsole.addEnvironment(ENVIRONMENT.issuerOrigins, origins);
    serveConsole.addEnvironment(ENVIRONMENT.awsAccount, this.awsAccount);
  }
}
