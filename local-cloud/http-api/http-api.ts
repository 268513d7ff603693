import { parsePlainJson } from '../assembly/json.js';
import type { Clock } from '../clock/clock.js';
import type { LambdaService } from '../lambda/lambda-service.js';
import { corsHeaders, preflightHeaders, type Cors } from './cors.js';
import { gatewayEvent } from './gateway-event.js';
import { gatewayResponse, plainAnswer, type HttpAnswer } from './gateway-response.js';
import { HttpServer } from './http-server.js';
import type { JwtAuthorizer, JwtContext, Verdict } from './jwt-authorizer.js';
import type { ReceivedRequest } from './received-request.js';
import { RouteTable, type RouteMatch } from './route-table.js';
import { Throttle, type StageLimits } from './throttle.js';
import { MACHINE_TIME } from '../clock/machine-time.js';

/** HTTP APIs take 10 MB. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Bytes of the request line and the values of all headers together: a quota of HTTP APIs. */
const HEAD_LIMIT = 10_240;

const headLength = ({ method = '', url = '', headers }: ReceivedRequest): number =>
  [method, url, ...Object.values(headers).flat()].reduce((sum, part) => sum + (part?.length ?? 0), 0);

export interface Integration {
  readonly functionArn: string;
  /** API Gateway waits at most 30 s for an integration. */
  readonly timeoutMilliseconds: number;
}

/** The target of a route, and who may use it. */
export interface RouteTarget {
  /** The id of an integration. */
  readonly integration: string;
  readonly authorization?: { readonly authorizerId: string; readonly scopes: readonly string[] };
}

export interface HttpApiOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly lambda: LambdaService;
  readonly accountId: string;
  /** `arn:aws:execute-api:REGION:ACCOUNT` */
  readonly arnPrefix: string;
  readonly warn: (text: string) => void;
}

interface Matched {
  readonly request: ReceivedRequest;
  readonly body: Buffer;
  readonly url: URL;
  readonly path: string;
  readonly stage: string;
  readonly authorizer: JwtContext | undefined;
}

/** One HTTP API (`AWS::ApiGatewayV2::Api`) on a port of its own. */
export class HttpApi extends HttpServer {
  readonly integrations = new Map<string, Integration>();
  readonly authorizers = new Map<string, JwtAuthorizer>();
  readonly routes = new RouteTable<RouteTarget>();
  private readonly stages = new Map<string, Throttle>();
  cors: Cors | undefined;

  constructor(private readonly options: HttpApiOptions) {
    super(options.clock, BODY_LIMIT);
  }

  get id(): string {
    return this.options.id;
  }

  addStage(name: string, limits: StageLimits): void {
    this.stages.set(name, new Throttle(limits, [this.options.clock, MACHINE_TIME]));
  }

  /** The answer to a request at this port, or at something before it; undefined is a body that is too long. */
  override async respond(request: ReceivedRequest, body: Buffer | undefined): Promise<HttpAnswer> {
    const answer = await this.answer(request, body).catch((error: unknown) => {
      this.options.warn(`${request.method} ${this.options.id}: ${String(error)}`);
      return plainAnswer(500, 'Internal Server Error');
    });
    const cors = corsHeaders(this.cors, request.headers.origin);
    return { ...answer, headers: { ...answer.headers, ...cors } };
  }

  private async answer(request: ReceivedRequest, body: Buffer | undefined): Promise<HttpAnswer> {
    if (!this.open) return plainAnswer(503, 'Service Unavailable');
    if (body === undefined) return plainAnswer(413, 'Request Entity Too Large');
    if (this.cors !== undefined && isPreflight(request)) {
      return { status: 204, headers: preflightHeaders(this.cors), cookies: [], body: Buffer.alloc(0) };
    }
    if (headLength(request) > HEAD_LIMIT) return plainAnswer(431, 'Request Header Fields Too Large');
    const host = `http://${request.headers.host ?? '127.0.0.1'}`;
    if (!URL.canParse(request.url ?? '/', host)) return plainAnswer(400, 'Bad Request');
    const url = new URL(request.url ?? '/', host);
    const { stage, path } = this.stageOf(url.pathname);
    const match = stage === undefined ? undefined : this.routes.match(request.method ?? 'GET', path);
    if (stage === undefined || match === undefined) return plainAnswer(404, 'Not Found');
    if (this.stages.get(stage)?.admits(match.route.routeKey) === false)
      return plainAnswer(429, 'Too Many Requests');
    const verdict = await this.authorize(match.route.target, request, url);
    if (verdict !== undefined && verdict.kind !== 'allowed') return refusalOf(verdict, match.route.target);
    return this.integrate(match, { request, body, url, path, stage, authorizer: verdict?.context });
  }

  /** Undefined for a route that is open to all. */
  private async authorize(
    { authorization }: RouteTarget,
    request: ReceivedRequest,
    url: URL,
  ): Promise<Verdict | undefined> {
    if (authorization === undefined) return undefined;
    const authorizer = this.authorizers.get(authorization.authorizerId);
    if (authorizer === undefined) return { kind: 'unauthorized' };
    return authorizer.decide({ headers: request.headers, query: url.searchParams }, authorization.scopes);
  }

  private async integrate(
    { route, pathParameters }: RouteMatch<RouteTarget>,
    { request, ...rest }: Matched,
  ): Promise<HttpAnswer> {
    const { id: apiId, accountId, clock, lambda, arnPrefix, warn } = this.options;
    const integration = this.integrations.get(route.target.integration);
    if (integration === undefined) return plainAnswer(500, 'Internal Server Error');
    const routePath = route.routeKey === '$default' ? rest.path : (route.routeKey.split(' ')[1] ?? '');
    const source = `${arnPrefix}:${apiId}/${rest.stage}/${request.method}${routePath}`;
    if (!lambda.permissions.allows(integration.functionArn, 'apigateway.amazonaws.com', source)) {
      warn(
        `${source} may not invoke ${integration.functionArn}: there is no permission for apigateway.amazonaws.com`,
      );
      return plainAnswer(500, 'Internal Server Error');
    }
    const event = gatewayEvent({
      message: request,
      ...rest,
      routeKey: route.routeKey,
      pathParameters,
      apiId,
      accountId,
      at: clock.now(),
    });
    return this.invoke(integration, JSON.stringify(event));
  }

  private async invoke(integration: Integration, event: string): Promise<HttpAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), integration.timeoutMilliseconds);
    });
    const { lambda } = this.options;
    const invocation = lambda.precedence.first(() => lambda.invoke(integration.functionArn, event));
    const result = await Promise.race([invocation, tooLong]).finally(() => clearTimeout(timer));
    if (result === undefined) return plainAnswer(503, 'Service Unavailable');
    if (result.functionError !== undefined) return plainAnswer(500, 'Internal Server Error');
    return gatewayResponse(parsePlainJson(result.payload));
  }

  /** `$default` has no prefix; other stages are the first segment of the path. */
  private stageOf(pathname: string): { stage: string | undefined; path: string } {
    const [, first = ''] = pathname.split('/');
    if (this.stages.has(first)) return { stage: first, path: pathname.slice(first.length + 1) || '/' };
    return { stage: this.stages.has('$default') ? '$default' : undefined, path: pathname };
  }
}

/** The header says what is wrong, for whoever set the client up. */
function refusalOf(
  verdict: Exclude<Verdict, { kind: 'allowed' }>,
  { authorization }: RouteTarget,
): HttpAnswer {
  const scopes = authorization?.scopes.join(' ') ?? '';
  if (verdict.kind === 'forbidden') {
    const challenge = `Bearer scope="${scopes}" error="insufficient_scope"`;
    return withHeader(plainAnswer(403, 'Forbidden'), 'www-authenticate', challenge);
  }
  const why = `Bearer scope="${scopes}" error="invalid_token" error_description="${verdict.why ?? ''}"`;
  const challenge = verdict.why === undefined ? 'Bearer' : why;
  return withHeader(plainAnswer(401, 'Unauthorized'), 'www-authenticate', challenge);
}

const withHeader = (answer: HttpAnswer, name: string, value: string): HttpAnswer => ({
  ...answer,
  headers: { ...answer.headers, [name]: value },
});

function isPreflight({ method, headers }: ReceivedRequest): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}
