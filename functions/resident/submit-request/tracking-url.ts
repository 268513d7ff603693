import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * Where the resident follows a request: on the host they called, so it works on any domain and locally, and in the town
 * they named, if any.
 */
export function trackingUrl(
  event: APIGatewayProxyEventV2,
  { id, trackingKey }: { id: string; trackingKey: string },
): string {
  const host = event.headers['host'] ?? event.requestContext.domainName;
  const scheme = event.headers['x-forwarded-proto'] ?? 'https';
  const town = event.queryStringParameters?.['town'];
  const named = town === undefined ? '' : `town=${encodeURIComponent(town)}&`;
  return `${scheme}://${host}/r/${id}?${named}key=${trackingKey}`;
}
