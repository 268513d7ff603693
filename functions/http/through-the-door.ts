import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { environment, optionalEnvironment } from '../../adapters/environment.js';

/** In which header the distribution shows its key. */
export const DOOR_KEY_HEADER = 'x-small-grid-door';

type Answer = APIGatewayProxyStructuredResultV2;
type Handler = (event: APIGatewayProxyEventV2, context?: unknown) => Promise<Answer>;

/** As API Gateway would say it. */
const FORBIDDEN: Answer = {
  statusCode: 403,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify({ message: 'Forbidden' }),
};

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Looks at all of them, whichever it is. */
const isKey = (shown: string, { keys }: Door): boolean =>
  keys.filter((key) => timingSafeEqual(hash(shown), hash(key))).length > 0;

/** The keys of the distribution before the API, and the address at which people reach it. */
export interface Door {
  /** The one that it shows, and those beside it: while one takes the place of another, neither is refused. */
  readonly keys: readonly string[];
  readonly address: URL;
}

function doorTold(): Door | undefined {
  const keys = optionalEnvironment('doorKeys')?.split(' ');
  return keys && { keys, address: new URL(environment('pages')) };
}

/**
 * Answers what came through the town's own door. With a distribution before the API (`doorKeys`) whoever goes around it, and so around its firewall, is
 * refused; the address that counts is whose the distribution saw, and the host the one that was called, not the API's own.
 */
export const throughTheDoor =
  (handler: Handler, door = doorTold()): Handler =>
  async (event, context) => {
    if (door === undefined) return handler(event, context);
    const { [DOOR_KEY_HEADER]: shown = '', ...headers } = event.headers;
    if (!isKey(shown, door)) return FORBIDDEN;
    // CloudFront adds whom it saw to this header, and API Gateway adds CloudFront.
    const seen = (headers['x-forwarded-for'] ?? '').split(',').slice(0, -1);
    const sourceIp = seen.at(-1)?.trim() ?? event.requestContext.http.sourceIp;
    const { requestContext } = event;
    const called = { host: door.address.host, 'x-forwarded-proto': door.address.protocol.slice(0, -1) };
    return handler(
      {
        ...event,
        headers: { ...headers, ...called, 'x-forwarded-for': seen.join(',') },
        requestContext: { ...requestContext, http: { ...requestContext.http, sourceIp } },
      },
      context,
    );
  };
