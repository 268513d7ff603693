import { createHash } from 'node:crypto';

/** `randomBytes` of `node:crypto`, as far as a function calls it that waits for its bytes. */
export type RandomBytes = (size: number) => Buffer;

/** Bytes that look like chance and follow from the seed: SHA-256 of the seed and a count, as many as are needed. */
export function seededBytes(seed: string): RandomBytes {
  let drawn = 0;
  const block = (): Buffer => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${drawn}`).digest();
  };
  return (size) =>
    Buffer.concat(Array.from({ length: Math.ceil(size / 32) }, () => block())).subarray(0, size);
}
