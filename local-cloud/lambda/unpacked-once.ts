import { createHash } from 'node:crypto';
import { inflateSync, type InputType, type ZlibOptions } from 'node:zlib';

/** Some dozens of large texts; in bytes. */
const MOST_KEPT = 32 * 1024 * 1024;

const kept = new Map<string, Buffer>();
let keptBytes = 0;

function keep(key: string, unpacked: Buffer): void {
  if (keptBytes + unpacked.length > MOST_KEPT) {
    kept.clear();
    keptBytes = 0;
  }
  kept.set(key, unpacked);
  keptBytes += unpacked.length;
}

/**
 * `inflateSync` for the functions of one thread: where each of them reads the same data, the first unpacks it. Each gets
 * bytes of its own, as from Node's.
 */
export function inflateOnce(packed: InputType, options?: ZlibOptions): Buffer {
  if (options !== undefined || !(packed instanceof Uint8Array)) return inflateSync(packed, options);
  const key = createHash('sha256').update(packed).digest('base64');
  let unpacked = kept.get(key);
  if (unpacked === undefined) {
    unpacked = inflateSync(packed);
    if (unpacked.length <= MOST_KEPT) keep(key, unpacked);
  }
  return Buffer.from(unpacked);
}
