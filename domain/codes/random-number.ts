import { DomainError } from '../domain-error.js';

/** Bytes a code is made from; more may be given, only these count. */
const NEEDED = 6;

/** A number from 0 to `below` - 1 out of random (or hashed) bytes. Throws `TooFewBytes` under six. */
export function numberBelow(below: number, bytes: Uint8Array): number {
  if (bytes.length < NEEDED) {
    throw new DomainError('TooFewBytes', `A code is made from ${NEEDED} bytes.`, { bytes: bytes.length });
  }
  return bytes.subarray(0, NEEDED).reduce((sum, byte) => sum * 256 + byte, 0) % below;
}
