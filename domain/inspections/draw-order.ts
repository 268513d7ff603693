import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The SHA-256 of `<seed> <what>` in hexadecimal: anybody can recompute it, nobody foresees it without the seed. */
export const lot = (seed: string, what: string): string => bytesToHex(sha256(utf8ToBytes(`${seed} ${what}`)));

/** The best of a request's tickets. Two tickets win over one two times out of three. */
export function bestTicket(seed: string, { id, tickets }: { id: string; tickets: number }): string {
  const drawn = Array.from({ length: tickets }, (_, i) => lot(seed, `${id} ${i + 1}`));
  return drawn.reduce((best, one) => (one < best ? one : best));
}
