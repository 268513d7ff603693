import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { fromBase64, toBase64 } from './base64.js';

/** Any value as a short string: how examples are stored, and what was learnt. */
export const pack = (value: unknown): string =>
  toBase64(zlibSync(strToU8(JSON.stringify(value)), { level: 9 }));
export const unpack = (packed: string): unknown => JSON.parse(strFromU8(unzlibSync(fromBase64(packed))));
