import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { fromBase64, toBase64 } from './base64.js';

/** Any value as a short string: how examples are stored, and what was learnt. */
export const pack = (value: unknown): string =>
  toBase64(zlibSync(strToU8(JSON.stringify(value)), { level: 9 }));
export const unpack = (packed: string): unknown => JSON.parse(strFromU8(unzlibSync(fromBase64(packed))));

/** How long a list is says a number of so many bytes before it. */
const LENGTH_BYTES = 4;

/** Lists of bytes behind one another. */
export function joinLists(lists: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(lists.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0));
  let at = 0;
  for (const list of lists) {
    new DataView(joined.buffer).setUint32(at, list.length, true);
    joined.set(list, at + LENGTH_BYTES);
    at += LENGTH_BYTES + list.length;
  }
  return joined;
}

/** The lists that were joined. */
export function splitLists(joined: Uint8Array): Uint8Array[] {
  const lists: Uint8Array[] = [];
  for (let at = 0; at < joined.length;) {
    const length = new DataView(joined.buffer, joined.byteOffset + at).getUint32(0, true);
    at += LENGTH_BYTES;
    lists.push(joined.subarray(at, at + length));
    at += length;
  }
  return lists;
}

/** The bytes that were deflated and written in base64. */
export const unpackBytes = (packed: string): Uint8Array => unzlibSync(fromBase64(packed));

/** Whole numbers as lists of their bytes, the lowest first: apart they pack better. */
export const planesOf = (numbers: ArrayLike<number>, bytes: number): Uint8Array[] =>
  Array.from({ length: bytes }, (_, plane) =>
    Uint8Array.from(numbers, (one) => (one >>> (8 * plane)) & 0xff),
  );

/** The numbers whose bytes the lists are. */
export const numbersIn = (planes: readonly Uint8Array[]): Uint32Array =>
  Uint32Array.from({ length: planes[0]?.length ?? 0 }, (_, i) =>
    planes.reduceRight((number, plane) => number * 0x100 + (plane[i] ?? 0), 0),
  );

/** Each number less the one before it. */
export const stepsOf = (numbers: ArrayLike<number>): number[] =>
  Array.from(numbers, (one, i) => one - (numbers[i - 1] ?? 0));

/** The numbers of which each is so much more than the one before it. */
export function sumsOf(steps: Uint32Array): Uint32Array {
  const sums = new Uint32Array(steps.length);
  for (const [i, step] of steps.entries()) sums[i] = (sums[i - 1] ?? 0) + step;
  return sums;
}
