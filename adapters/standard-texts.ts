import { inflateSync } from 'node:zlib';
import * as z from 'zod';
import { bilingualSchema } from '../domain/words/language.js';
import type { Town } from '../domain/town/schema.js';
import { PACKED_TEXTS } from './packed-texts.js';

/**
 * What is said where a town that was stored by an earlier version has no words for a text, or words that do not hold any more: the sample town's. Unpacked
 * only where they are needed.
 */
export const standardTexts = (): Town['texts'] =>
  z
    .record(z.string(), bilingualSchema)
    .parse(JSON.parse(inflateSync(Buffer.from(PACKED_TEXTS, 'base64')).toString()));
