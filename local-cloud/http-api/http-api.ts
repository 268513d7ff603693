import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseJson } from '../assembly/json.js';
import type { Clock } from '../clock/clock.js';
import type { LambdaService } from '../lambda/lambda-service.js';
import { corsHeaders, preflightHeaders, type Cors } from './cors.js';
import { gatewayEvent } from './gateway-event.js';
import { gatewayResponse, plainAnswer, type HttpAnswer } from './gateway-response.js';
import { listenHttp, type HttpListener } from './http-listener.js';
import { readBody } from './read-body.js';
import { RouteTable, type RouteMatch } from './route-table.js';

/** HTTP APIs take 10 MB. */
const BODY_LIMIT = 10 * 1024 * 1024;

export interface Integration {
  readonly functionArn: string;
  /** API Gateway waits at most 30 s for an integration. */
  readonly timeoutMilliseconds: number;
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

/** One HTTP API (`AWS::ApiGatewayV2::Api`) on a port of its own. */
export class HttpApi {
  readonly integrations = new Map<string, Integration>();
  readonly routes = new RouteTable<string>();
  readonly stages = new Set<string>();
  cors: Cors | undefined;
  private listener: HttpListener | undefined;
  private open = false;

  constructor(private readonly options: HttpApiOptions) {}

  get id(): string {
    return this.options.id;
  }

  /** Binds the port; until `serve` is called every request is answered 503. */
  async listen(port: number): Promise<string> {
    this.listener = await listenHttp(port, (request, response) => void this.handle(request, response));
    return this.listener.url;
  }

  get url(): string {
    return this.listener?.url ?? '';
  }

  serve(): void {
    this.open = true;
  }

  async close(): Promise<void> {
    this.open = false;
    await this.listener?.close();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const end = this.options.clock.begin();
    response.once('close', end);
    const answer = await this.answer(request).catch((error: unknown) => {
      this.options.warn(`${request.method} ${this.options.id}: ${String(error)}`);
      return plainAnswer(500, 'Internal Server Error');
    });
    const headers = { ...answer.headers, ...corsHeaders(this.cors, request.headers.origin) };
    response.writeHead(answer.status, {
      ...headers,
      'content-length': answer.body.length,
      ...(answer.cookies.length === 0 ? {} : { 'set-cookie': [...answer.cookies] }),
    });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  }

  private async answer(request: IncomingMessage): Promise<HttpAnswer> {
    const body = await readBody(request, BODY_LIMIT);
    if (!this.open) return plainAnswer(503, 'Service Unavailable');
    if (body === undefined) return plainAnswer(413, 'Request Entity Too Large');
    if (this.cors !== undefined && isPreflight(request)) {
      return { status: 204, headers: preflightHeaders(this.cors), cookies: [], body: Buffer.alloc(0) };
    }
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
    const { stage, path } = this.stageOf(url.pathname);
    const match = stage === undefined ? undefined : this.routes.match(request.method ?? 'GET', path);
    if (stage === undefined || match === undefined) return plainAnswer(404, 'Not Found');
    return this.integrate(match, { request, body, url, path, stage });
  }

  private async integrate(
    { route, pathParameters }: RouteMatch<string>,
    { request, ...rest }: { request: IncomingMessage; body: Buffer; url: URL; path: string; stage: string },
  ): Promise<HttpAnswer> {
    const { id: apiId, accountId, clock, lambda, arnPrefix, warn } = this.options;
    const integration = this.integrations.get(route.target);
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
    const invocation = this.options.lambda.invoke(integration.functionArn, event);
    const result = await Promise.race([invocation, tooLong]).finally(() => clearTimeout(timer));
    if (result === undefined) return plainAnswer(503, 'Service Unavailable');
    if (result.functionError !== undefined) return plainAnswer(500, 'Internal Server Error');
    return gatewayResponse(parseJson(result.payload));
  }

  /** `$default` has no prefix; other stages are the first segment of the path. */
  private stageOf(pathname: string): { stage: string | undefined; path: string } {
    const [, first = ''] = pathname.split('/');
    if (this.stages.has(first)) return { stage: first, path: pathname.slice(first.length + 1) || '/' };
    return { stage: this.stages.has('$default') ? '$default' : undefined, path: pathname };
  }
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}
