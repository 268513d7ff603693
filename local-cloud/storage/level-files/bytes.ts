import crc32c from 'crc-32/crc32c.js';

/** LevelDB stores checksums rotated and shifted, so that a checksum of data which holds checksums stays one. */
const MASK = 0xa282ead8;

/** Whether bytes have the checksum that LevelDB stored for them. */
export function isWhole(bytes: Uint8Array, masked: number): boolean {
  const rotated = (masked - MASK) >>> 0;
  const stored = ((rotated >>> 17) | (rotated << 15)) >>> 0;
  return crc32c.buf(bytes) >>> 0 === stored;
}

/** Reads numbers of LevelDB's formats one after the other. Throws RangeError where the bytes end too early. */
export class ByteReader {
  constructor(
    private readonly bytes: Buffer,
    private at = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Seven bits a byte, the lowest first; exact up to 2^53. */
  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes.readUInt8(this.at);
      this.at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new RangeError('the bytes end too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
