import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PageEvent } from './app-page.js';

/**
 * How long a page is kept. A browser asks for it each time, so that it never stands beside scripts of another version
 * for longer than they live; what lies between may keep it for a minute, so that a link that was sent to a large group
 * comes to one call. Not so a page in whose address the key of a request is.
 */
const cacheControl = ({ queryStringParameters = {} }: PageEvent): string =>
  queryStringParameters['key'] === undefined ? 'public, max-age=0, s-maxage=60' : 'no-store';

/** A page in its caller's language. */
export function pageAnswer(event: PageEvent, body: string): APIGatewayProxyStructuredResultV2 {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': cacheControl(event), vary: 'accept-language' };
  if ((event.headers['if-none-match'] ?? '').includes(etag)) return { statusCode: 304, headers };
  return { statusCode: 200, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body };
}
