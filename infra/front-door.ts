/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, NestedStack, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { LOGS_KEPT } from './logs-kept.js';
import type { Settings } from './settings.js';
import { logName, type StageNames } from './stage-names.js';
import type { TownFunction } from './town-function.js';

export interface FrontDoorProps {
  readonly names: StageNames;
  readonly domain: Settings['domain'];
  /** Who signs people in to the console; without, no route may ask for it. */
  readonly signIn: Settings['signIn'];
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

/** The API and its address. No CORS: the pages come from the same origin. */
export class FrontDoor extends NestedStack {
  /** Where pages and API are reached, without a slash at the end. */
  readonly url: string;
  private readonly api: HttpApi;
  private readonly authorizer: HttpJwtAuthorizer | undefined;

  constructor(scope: Construct, id: string, { names, domain, signIn }: FrontDoorProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'HttpApi', {
      apiName: names('api'),
      createDefaultStage: false,
      // Nobody goes around the town's own address.
      disableExecuteApiEndpoint: domain !== undefined,
    });
    const stage = this.stage(names);
    this.url = domain === undefined ? this.api.apiEndpoint : `https://${domain.name}`;
    if (domain !== undefined) this.serveAt(domain, stage);
    this.authorizer =
      signIn && new HttpJwtAuthorizer('SignedIn', signIn.issuer, { jwtAudience: [signIn.client] });
  }

  get apiId(): string {
    return this.api.apiId;
  }

  /**
   * The routes that a function declares, beside the function. Those with a permission need a token of the issuer; the function says what each asks
   * of whoever holds it.
   */
  leadTo(target: TownFunction): void {
    const { routes, name } = target.declared;
    // One permission for all of its routes: with one for each the stack would hold more resources than CloudFormation takes.
    const integration = new HttpLambdaIntegration('Integration', target.live, {
      scopePermissionToRoute: false,
    });
    const place = new Construct(target.stack, `${target.node.id}Routes`);
    for (const { method, path, permission } of routes) {
      if (permission !== undefined && this.authorizer === undefined)
        throw new Error(`${method} ${path} of ${name} needs a token, and the settings name no issuer`);
      new HttpRoute(place, `${method} ${path}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration,
        ...(permission !== undefined && this.authorizer ? { authorizer: this.authorizer } : {}),
      });
    }
  }

  private stage(names: StageNames): HttpStage {
    const destination = new LogGroup(this, 'AccessLog', {
      logGroupName: logName(names, 'api'),
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // A province's ten times peak is some 11 requests a second; beyond this somebody is pumping texts.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new LogGroupLogDestination(destination), format: ACCESS_LOG },
    });
  }

  /** The town's own address; whoever keeps its DNS points it to the output. */
  private serveAt({ name, certificate }: NonNullable<Settings['domain']>, stage: HttpStage): void {
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
    });
    new ApiMapping(this, 'Mapping', { api: this.api, domainName, stage });
    new CfnOutput(this.nestedStackParent ?? this, 'DomainTarget', { value: domainName.regionalDomainName });
  }
}
