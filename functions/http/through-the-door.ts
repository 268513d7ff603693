import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { optionalEnvironment } from '../../adapters/environment.js';

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

/**
 * Answers what came through the town's own door. With a distribution before the API (`doorKey`) whoever goes around it, and so around its firewall, is
 * refused; the address that counts is whose the distribution saw, and not the distribution's own.
 */
export const throughTheDoor =
  (handler: Handler, key = optionalEnvironment('doorKey')): Handler =>
  async (event, context) => {
    if (key === undefined) return handler(event, context);
    const { [DOOR_KEY_HEADER]: shown = '', ...headers } = event.headers;
    if (!timingSafeEqual(hash(shown), hash(key))) return FORBIDDEN;
    // CloudFront adds whom it saw to this header, and API Gateway adds CloudFront.
    const seen = (headers['x-forwarded-for'] ?? '').split(',').slice(0, -1);
    const sourceIp = seen.at(-1)?.trim() ?? event.requestContext.http.sourceIp;
    const { requestContext } = event;
    return handler(
      {
        ...event,
        headers: { ...headers, 'x-forwarded-for': seen.join(',') },
        requestContext: { ...requestContext, http: { ...requestContext.http, sourceIp } },
      },
      context,
    );
  };
