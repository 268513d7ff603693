import * as z from 'zod';
import { TEXT_KEYS } from '../domain/texts/text-keys.js';
import type { Town } from '../domain/town/schema.js';
import { PACKED_TEXTS } from './packed-texts.js';
import { zlib } from './zlib.js';

/**
 * The sample town's texts. They stand in where a town that was stored by an earlier version lacks a text, or has one
 * that no longer holds. Unpacked only where they are needed.
 */
export function standardTexts(): Town['texts'] {
  const packed = Buffer.from(PACKED_TEXTS, 'base64');
  const [chinese, english] = z
    .tuple([z.array(z.string()), z.array(z.string())])
    .parse(JSON.parse(zlib().brotliDecompressSync(packed).toString()));
  return Object.fromEntries(
    Object.keys(TEXT_KEYS).map((key, n) => [key, { 'zh-CN': chinese[n] ?? '', en: english[n] ?? '' }]),
  );
}
