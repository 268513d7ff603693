import { randomUUID } from 'node:crypto';
import type { JwtContext } from './jwt-authorizer.js';
import type { ReceivedRequest } from './received-request.js';

export interface GatewayRequest {
  readonly message: ReceivedRequest;
  readonly body: Buffer;
  readonly url: URL;
  /** The path without the stage. */
  readonly path: string;
  readonly stage: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly apiId: string;
  readonly accountId: string;
  /** Who calls, for a route with an authorizer. */
  readonly authorizer: JwtContext | undefined;
  /** Epoch milliseconds of the cloud's clock. */
  readonly at: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Bodies of these types come as text, all others in base64: what HTTP APIs do. */
const TEXT_TYPE = /^(?:text\/|application\/(?:json|xml|javascript)\b)/i;

/** The time as the common log format writes it, `23/Nov/2026:08:30:00 +0000`. */
function logTime(at: number): string {
  const iso = new Date(at).toISOString();
  const month = MONTHS[Number(iso.slice(5, 7)) - 1];
  return `${iso.slice(8, 10)}/${month}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}

function headersOf(message: ReceivedRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined && name !== 'cookie') headers[name] = [value].flat().join(',');
  }
  // API Gateway says how it was called; here that is plain HTTP, so that links made from it work.
  headers['x-forwarded-proto'] = 'http';
  // It adds whom it saw to what whoever called says.
  const seen = message.socket.remoteAddress ?? '127.0.0.1';
  const said = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = said === undefined ? seen : `${said}, ${seen}`;
  headers['x-forwarded-port'] = String(message.socket.localPort ?? '');
  return headers;
}

function queryOf(url: URL): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  return Object.keys(query).length === 0 ? undefined : query;
}

function bodyOf({ body, message }: GatewayRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT_TYPE.test(message.headers['content-type'] ?? 'text/plain');
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** The event of payload format 2.0. */
export function gatewayEvent(request: GatewayRequest) {
  const { message, url, path, stage, routeKey, pathParameters, apiId, accountId, authorizer, at } = request;
  const cookies = message.headers.cookie?.split(/; */);
  const query = queryOf(url);
  const requestId = randomUUID();
  return {
    version: '2.0',
    routeKey,
    rawPath: stage === '$default' ? path : `/${stage}${path}`,
    rawQueryString: url.search.slice(1),
    ...(cookies === undefined ? {} : { cookies }),
    headers: headersOf(message),
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId,
      apiId,
      ...(authorizer === undefined ? {} : { authorizer }),
      domainName: url.host,
      domainPrefix: apiId,
      http: {
        method: message.method ?? 'GET',
        path,
        protocol: `HTTP/${message.httpVersion}`,
        sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
        userAgent: message.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage,
      time: logTime(at),
      timeEpoch: at,
    },
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    ...bodyOf(request),
  };
}
