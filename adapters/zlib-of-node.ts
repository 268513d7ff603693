import { zlib } from './zlib.js';

/*
 * What the rules pack and unpack, by the zlib of Node: `tools/bundle.ts` puts this module in the place of fflate, which
 * builds its tables at every cold start. The format is the same.
 */

export const zlibSync = (data: Uint8Array, { level }: { readonly level: number }): Uint8Array =>
  zlib().deflateSync(data, { level });
export const unzlibSync = (data: Uint8Array): Uint8Array => zlib().inflateSync(data);
export const strToU8 = (text: string): Uint8Array => Buffer.from(text);
export const strFromU8 = (data: Uint8Array): string => Buffer.from(data).toString();
