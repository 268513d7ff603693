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

/** The photo of the path, when it is one of this request, whoever added it. */
export async function showPhoto(
  services: Services<{ photos: 'show'; workPhotos: 'read' }>,
  record: RequestRecord,
  { event }: HttpCall,
): Promise<APIGatewayProxyStructuredResultV2> {
  const id = event.pathParameters?.['photo'] ?? '';
  const isNamed = await isPhotoOf(services, record, id);
  const picture = isNamed ? await services.photos.find(record.town, record.id, id) : undefined;
  if (!picture) throw new Problem('not-found');
  return pictureAnswer(picture);
}

export const pictureAnswer = (picture: Uint8Array): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: HEADERS,
  body: Buffer.from(picture).toString('base64'),
  isBase64Encoded: true,
});

async function isPhotoOf(
  { workPhotos }: Services<{ workPhotos: 'read' }>,
  { town, id: request, photos = [] }: RequestRecord,
  photo: string,
): Promise<boolean> {
  const isIt = ({ id }: { id: string }): boolean => id === photo;
  return photos.some(isIt) || (await workPhotos.load(town, request)).photos.some(isIt);
}
