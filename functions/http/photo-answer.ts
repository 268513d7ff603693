import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Services } from '../../adapters/services.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';

/** Kept by the browser that saw it for as long as somebody looks at the page, by nobody in between. */
const HEADERS = {
  'content-type': 'image/jpeg',
  'cache-control': 'private, max-age=600',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; sandbox",
};

/** The photo of the path, when it is one of this request. */
export async function showPhoto(
  { photos }: Pick<Services, 'photos'>,
  record: RequestRecord,
  { event }: HttpCall,
): Promise<APIGatewayProxyStructuredResultV2> {
  const named = record.photos?.find(({ id }) => id === event.pathParameters?.['photo']);
  const picture = named && (await photos.find(record.town, record.id, named.id));
  if (!picture) throw new Problem('not-found');
  return {
    statusCode: 200,
    headers: HEADERS,
    body: Buffer.from(picture).toString('base64'),
    isBase64Encoded: true,
  };
}
