/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface ResidentApiFunctions {
  readonly submitRequest: LambdaFunction;
  readonly trackRequest: LambdaFunction;
  readonly answerRequest: LambdaFunction;
  readonly findSimilar: LambdaFunction;
  readonly readTown: LambdaFunction;
  readonly readStatistics: LambdaFunction;
  readonly readBulletin: LambdaFunction;
  readonly serveOpen311: LambdaFunction;
  readonly serveAsk: LambdaFunction;
  readonly serveVisits: LambdaFunction;
  readonly servePage: LambdaFunction;
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

/** GeoReport v2 writes the format into the path; of a path's last part API Gateway can only say that there is one. */
const OPEN311 = {
  read: [
    '/open311/v2/services.json',
    '/open311/v2/services.xml',
    '/open311/v2/services/{code}',
    '/open311/v2/requests.json',
    '/open311/v2/requests.xml',
    '/open311/v2/requests/{id}',
  ],
  file: ['/open311/v2/requests.json', '/open311/v2/requests.xml'],
} as const;

const READ_TOWN = ['/town', '/villages', '/categories', '/places', '/reception-days', '/grids/find'] as const;

/** What residents reach without an account. No CORS: the pages come from the same origin. */
export class ResidentApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, functions: ResidentApiFunctions) {
    super(scope, id);
    this.api = new HttpApi(this, 'HttpApi', { createDefaultStage: false });
    this.plainPages(functions);
    this.route('SubmitRequest', functions.submitRequest, HttpMethod.POST, ['/requests']);
    this.route('FindSimilar', functions.findSimilar, HttpMethod.GET, ['/requests/similar']);
    this.route('TrackRequest', functions.trackRequest, HttpMethod.GET, ['/requests/{id}']);
    this.route('AnswerRequest', functions.answerRequest, HttpMethod.POST, ['/requests/{id}/answers']);
    this.route('ReadTown', functions.readTown, HttpMethod.GET, READ_TOWN);
    this.route('ReadStatistics', functions.readStatistics, HttpMethod.GET, ['/statistics']);
    this.route('ReadBulletin', functions.readBulletin, HttpMethod.GET, ['/bulletin']);
    this.route('ServeOpen311', functions.serveOpen311, HttpMethod.GET, OPEN311.read);
    this.route('FileByOpen311', functions.serveOpen311, HttpMethod.POST, OPEN311.file);
    this.route('ServeAsk', functions.serveAsk, HttpMethod.GET, ['/asks/{id}']);
    this.route('AnswerAsk', functions.serveAsk, HttpMethod.POST, ['/asks/{id}']);
    this.route('ServeVisits', functions.serveVisits, HttpMethod.GET, ['/visits/{grid}']);
    this.route('RecordVisits', functions.serveVisits, HttpMethod.POST, ['/visits/{grid}']);
    this.route('ServePage', functions.servePage, HttpMethod.GET, ['/', '/openapi.json', '/{proxy+}']);
    this.stage();
  }

  get url(): string {
    return this.api.apiEndpoint;
  }

  /** Reporting and following without scripts, by the functions that do the same for the app. */
  private plainPages({ submitRequest, trackRequest, answerRequest }: ResidentApiFunctions): void {
    this.route('ShowPlainForm', submitRequest, HttpMethod.GET, ['/plain']);
    this.route('TakePlainForm', submitRequest, HttpMethod.POST, ['/plain']);
    this.route('ShowPlainRequest', trackRequest, HttpMethod.GET, ['/plain/track', '/plain/r/{id}']);
    this.route('OpenPlainRequest', trackRequest, HttpMethod.POST, ['/plain/track']);
    this.route('TakePlainAnswer', answerRequest, HttpMethod.POST, ['/plain/answers']);
  }

  private route(id: string, target: LambdaFunction, method: HttpMethod, paths: readonly string[]): void {
    const integration = new HttpLambdaIntegration(id, target);
    for (const path of paths) this.api.addRoutes({ path, methods: [method], integration });
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
