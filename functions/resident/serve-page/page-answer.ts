import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PageEvent } from './app-page.js';

/** A page in its caller's language. It is asked for each time, so that it never stands beside scripts of another version for longer than they live. */
export function pageAnswer(event: PageEvent, body: string): APIGatewayProxyStructuredResultV2 {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'no-cache', vary: 'accept-language' };
  if ((event.headers['if-none-match'] ?? '').includes(etag)) return { statusCode: 304, headers };
  return { statusCode: 200, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body };
}
