import { cleanJpeg } from '../../../domain/photos/clean-jpeg.js';
import { LARGEST_PHOTO } from '../../../domain/photos/limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';

/**
 * The picture of a call, cleaned: pages shrink and re-encode photos before they are sent, so that nothing of the device
 * is left in them, but another program may not.
 */
export function readPhoto({ event }: HttpCall): Uint8Array {
  const type = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'image/jpeg') throw new Problem('wrong-photo-type');
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'latin1');
  if (raw.byteLength > LARGEST_PHOTO) throw new Problem('photo-too-large');
  const picture = cleanJpeg(raw);
  if (picture === undefined) throw new Problem('no-photo');
  return picture;
}
