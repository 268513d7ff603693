import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../adapters/environment.js';
import { CONSOLE_PAGES, SESSION_ROUTES } from '../functions/serve-console/routes.js';
import { ConsoleApi, parameter } from './console-api.js';
import type { FunctionName } from './function-names.js';
import type { RequestRecords } from './request-records.js';
import type { TownEnvironment } from './town-function.js';

export interface ConsoleProps {
  readonly make: (name: FunctionName, environment?: TownEnvironment) => LambdaFunction;
  readonly api: HttpApi;
  readonly records: RequestRecords;
}

/** The information network management platform: its functions, their routes, and what each may touch. */
export class Console extends Construct {
  constructor(scope: Construct, id: string, { make, api, records }: ConsoleProps) {
    super(scope, id);
    const routes = new ConsoleApi(this, 'Api', api);
    this.pages(routes, make('serve-console', { table: records.tableName }), records);
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
