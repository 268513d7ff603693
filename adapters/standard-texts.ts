import { inflateSync } from 'node:zlib';
import * as z from 'zod';
import { bilingualSchema } from '../domain/words/language.js';
import type { Town } from '../domain/town/schema.js';
import { PACKED_TEXTS } from './packed-texts.js';

/**
 * The sample town's texts. They stand in where a town that was stored by an earlier version lacks a text, or has one
 * that no longer holds. Unpacked only where they are needed.
 */
export const standardTexts = (): Town['texts'] =>
  z
    .record(z.string(), bilingualSchema)
    .parse(JSON.parse(inflateSync(Buffer.from(PACKED_TEXTS, 'base64')).toString()));
