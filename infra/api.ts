/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnCondition, type CfnResource, Fn, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnAuthorizer,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { TownFunction } from './town-function.js';

export interface ApiProps {
  readonly functions: readonly TownFunction[];
  /** Who signs people in to the console, and as which client. */
  readonly issuer: string;
  readonly audience: string;
}

/** A line a call: the route, never the path or the query, which hold a request's number and key. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    integrationError: '$context.integrationErrorMessage',
  }),
);

const onlyIf = (condition: CfnCondition, made: CfnResource): void => {
  made.cfnOptions.condition = condition;
};

/**
 * The routes that the functions declare. Those with a permission need a token of the issuer that the deployment names; the function says
 * what each asks of whoever holds it. A deployment that names none is without the console. No CORS: the pages come from the same origin.
 */
export class Api extends Construct {
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string, { functions, issuer, audience }: ApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'HttpApi', { createDefaultStage: false });
    const authorizer = new HttpJwtAuthorizer('SignedIn', issuer, { jwtAudience: [audience] });
    const ofConsole = new CfnCondition(this, 'HasIssuer', {
      expression: Fn.conditionNot(Fn.conditionEquals(issuer, '')),
    });
    for (const target of functions) {
      // One permission for all of its routes: with one for each the stack would hold more resources than CloudFormation takes.
      const integration = new HttpLambdaIntegration(target.node.id, target, {
        scopePermissionToRoute: false,
      });
      for (const { method, path, permission } of target.declared.routes) {
        const guard = permission === undefined ? {} : { authorizer };
        const routes = this.api.addRoutes({ path, methods: [HttpMethod[method]], integration, ...guard });
        if (permission !== undefined || target.declared.told?.includes('issuer'))
          for (const route of routes) onlyIf(ofConsole, route.node.defaultChild as CfnResource);
      }
    }
    // API Gateway fetches the issuer's description when the authorizer is made, and refuses one that it cannot reach.
    for (const made of this.api.node.findAll()) if (made instanceof CfnAuthorizer) onlyIf(ofConsole, made);
    this.stage();
  }

  get id(): string {
    return this.api.apiId;
  }

  get url(): string {
    return this.api.apiEndpoint;
  }

  private stage(): void {
    const destination = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // A province's ten times peak is some 11 requests a second; beyond this somebody is pumping texts.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new LogGroupLogDestination(destination), format: ACCESS_LOG },
    });
  }
}
