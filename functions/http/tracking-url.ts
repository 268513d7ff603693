import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Where the resident follows a request. The host is the one they called, so it works on any domain and locally. */
export function trackingUrl(
  event: APIGatewayProxyEventV2,
  { id, trackingKey }: { id: string; trackingKey: string },
): string {
  const host = event.headers['host'] ?? event.requestContext.domainName;
  const scheme = event.headers['x-forwarded-proto'] ?? 'https';
  return `${scheme}://${host}/r/${id}?key=${trackingKey}`;
}
