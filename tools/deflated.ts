import { constants, deflateRawSync, deflateSync } from 'node:zlib';

/**
 * How zlib may go about it. What looks for repetitions finds some by chance where there are none, and says where they are
 * in more bits than they take; a smaller memory begins anew more often, which fits lists of several kinds.
 */
const WAYS = [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_HUFFMAN_ONLY].flatMap(
  (strategy) => [4, 5, 6, 7, 8, 9].map((memLevel) => ({ level: 9, strategy, memLevel })),
);

/** Bytes as text, in the way that makes it shortest. */
export const deflated = (bytes: Uint8Array): string =>
  WAYS.map((way) => deflateSync(bytes, way))
    .reduce((shortest, one) => (one.length < shortest.length ? one : shortest))
    .toString('base64');

/** Kilobytes of a file as Lambda stores it in a function's zip. */
export const zippedKilobytes = (contents: Uint8Array): number =>
  deflateRawSync(contents, { level: 9 }).length / 1000;
