/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, Fn, NestedStack, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  CfnStage,
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
import { doorLimit, type DoorLimit } from './door-limits.js';
import { LOGS_KEPT } from './logs-kept.js';
import type { Settings } from './settings.js';
import { logName, type StageNames } from './stage-names.js';
import type { TownFunction } from './town-function.js';

export interface FrontDoorProps {
  readonly names: StageNames;
  /** The address at which this API itself is reached; undefined where that is AWS's, or another door is before it. */
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
  private readonly accessLog: LogGroup;
  private readonly domainName: DomainName | undefined;
  private readonly limits = new Map<string, DoorLimit>();
  private readonly behind = new Set<Construct>();

  constructor(scope: Construct, id: string, { names, domain, signIn }: FrontDoorProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'HttpApi', {
      apiName: names('api'),
      createDefaultStage: false,
      // Nobody goes around the town's own address.
      disableExecuteApiEndpoint: domain !== undefined,
    });
    this.accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: logName(names, 'api'),
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.url = domain === undefined ? this.api.apiEndpoint : `https://${domain.name}`;
    this.domainName = domain && this.domainOf(domain);
    this.authorizer =
      signIn && new HttpJwtAuthorizer('SignedIn', signIn.issuer, { jwtAudience: [signIn.client] });
  }

  /** Its host name at AWS. */
  get host(): string {
    return Fn.select(2, Fn.split('/', this.api.apiEndpoint));
  }

  get apiId(): string {
    return this.api.apiId;
  }

  /**
   * The routes that a function declares, beside the function. Those with a permission need a token of the issuer; the
   * function says what each asks of whoever holds it.
   */
  leadTo(target: TownFunction): void {
    const { routes, name } = target.declared;
    // One permission for all of its routes: with one for each the stack would hold more resources than CloudFormation
    // takes.
    const integration = new HttpLambdaIntegration('Integration', target.live, {
      scopePermissionToRoute: false,
    });
    const place = new Construct(target.stack, `${target.node.id}Routes`);
    this.behind.add(target.stack);
    for (const route of routes) {
      const { method, path, permission } = route;
      if (permission !== undefined && this.authorizer === undefined)
        throw new Error(`${method} ${path} of ${name} needs a token, and the settings name no issuer`);
      new HttpRoute(place, `${method} ${path}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration,
        ...(permission !== undefined && this.authorizer ? { authorizer: this.authorizer } : {}),
      });
      this.limits.set(`${method} ${path}`, doorLimit(target.declared, route));
    }
  }

  /**
   * Opens the door, each route within its limits. Called when all routes are there: API Gateway knows no limits of a
   * route that is not, so this is made last, beside the stacks that hold them.
   */
  open(): void {
    const outside = this.nestedStackParent ?? this;
    const stage = new HttpStage(outside, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destination: new LogGroupLogDestination(this.accessLog), format: ACCESS_LOG },
    });
    if (stage.node.defaultChild instanceof CfnStage)
      stage.node.defaultChild.routeSettings = settingsOf(this.limits);
    stage.node.addDependency(...this.behind);
    if (this.domainName)
      new ApiMapping(outside, 'Mapping', { api: this.api, domainName: this.domainName, stage });
  }

  /** The town's own address; whoever keeps its DNS points it to the output. */
  private domainOf({ name, certificate }: NonNullable<Settings['domain']>): DomainName {
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
    });
    new CfnOutput(this.nestedStackParent ?? this, 'DomainTarget', { value: domainName.regionalDomainName });
    return domainName;
  }
}

/** As CloudFormation has it: by the key of the route, in capitals. */
const settingsOf = (limits: ReadonlyMap<string, DoorLimit>) =>
  Object.fromEntries(
    [...limits].map(([key, { rate, burst }]) => [
      key,
      { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
    ]),
  );
