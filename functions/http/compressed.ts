import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { zlib } from '../../adapters/zlib.js';

/** Shorter than this it would hardly become shorter: it fits into one packet of the network. Characters. */
const SHORT = 1200;

/**
 * Compresses answers that everybody may keep, the town's lists and figures, for clients that take it: HTTP APIs
 * compress nothing by themselves. An answer for one person alone is not compressed: its length would tell of secrets in
 * it.
 */
export function compressed(
  { headers: asked }: Pick<APIGatewayProxyEventV2, 'headers'>,
  answer: APIGatewayProxyStructuredResultV2,
): APIGatewayProxyStructuredResultV2 {
  const { body = '', headers = {}, isBase64Encoded = false } = answer;
  const isPublic = String(headers['cache-control'] ?? '').startsWith('public');
  const takes = (asked['accept-encoding'] ?? '').includes('gzip');
  if (!isPublic || !takes || isBase64Encoded || body.length < SHORT) return answer;
  const vary = [headers['vary'], 'accept-encoding'].filter((one) => one !== undefined).join(', ');
  return {
    ...answer,
    headers: { ...headers, vary, 'content-encoding': 'gzip' },
    body: zlib().gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  };
}
