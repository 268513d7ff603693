import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../adapters/environment.js';
import { REQUEST_ROUTES } from '../functions/browse-requests/routes.js';
import { CONSOLE_PAGES, SESSION_ROUTES } from '../functions/serve-console/routes.js';
import { ConsoleApi, parameter } from './console-api.js';
import type { FunctionName } from './function-names.js';
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import type { TownEnvironment } from './town-function.js';
import { allowAnswering } from './waiting-tasks.js';
import type { Workflows } from './workflows.js';

export interface ConsoleProps {
  readonly make: (name: FunctionName, environment?: TownEnvironment) => LambdaFunction;
  readonly api: HttpApi;
  readonly records: RequestRecords;
  readonly workflows: Workflows;
}

/** The information network management platform: its functions, their routes, and what each may touch. */
export class Console extends Construct {
  constructor(scope: Construct, id: string, { make, api, records, workflows }: ConsoleProps) {
    super(scope, id);
    const routes = new ConsoleApi(this, 'Api', api);
    const table = records.tableName;
    this.pages(routes, make('serve-console', { table }), records);
    const requestMachine = workflows.requestMachineArn;
    this.requests(routes, make('browse-requests', { table, requestMachine }), { records, workflows });
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
    records.readPeople(browseRequests);
    records.recordTexts(browseRequests);
    workflows.allowWatching(browseRequests);
    allowTexting(browseRequests);
    allowAnswering(this, 'AnswerAsDesk', workflows.machines, [browseRequests]);
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
    const account = parameter(this, 'AwsConsoleAccount', {
      default: '',
      description: 'The account whose AWS console the pages link to; empty for no links',
    });
    serveConsole.addEnvironment(ENVIRONMENT.issuerOrigins, origins);
    serveConsole.addEnvironment(ENVIRONMENT.awsAccount, account);
  }
}
