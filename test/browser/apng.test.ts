import { crc32, deflateSync } from 'node:zlib';
import { apng } from './apng.js';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

/** A grey picture of one line. */
function png(width: number, depth = 8): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(1, 4);
  head.writeUInt8(depth, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(width + 1))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const frame = (width: number, depth?: number) => ({
  png: png(width, depth),
  left: 0,
  top: 0,
  milliseconds: 100,
});

/** The chunks of a picture whose checksums hold, and the numbers that frames count with. */
function chunksOf(picture: Buffer): { type: string; sequence: number | undefined }[] {
  const chunks = [];
  for (let at = 8; at < picture.length;) {
    const length = picture.readUInt32BE(at);
    const body = picture.subarray(at + 4, at + 8 + length);
    expect(picture.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    const type = body.toString('latin1', 0, 4);
    chunks.push({ type, sequence: type.startsWith('f') ? body.readUInt32BE(4) : undefined });
    at += length + 12;
  }
  return chunks;
}

describe('a moving picture', () => {
  it('is a PNG of its first frame, with the others behind it in their order', () => {
    expect(chunksOf(apng([frame(4), frame(2)]))).toEqual([
      { type: 'IHDR', sequence: undefined },
      { type: 'acTL', sequence: undefined },
      { type: 'fcTL', sequence: 0 },
      { type: 'IDAT', sequence: undefined },
      { type: 'fcTL', sequence: 1 },
      { type: 'fdAT', sequence: 2 },
      { type: 'IEND', sequence: undefined },
    ]);
  });

  it('is none of frames that differ in depth', () => {
    expect(() => apng([frame(4), frame(4, 4)])).toThrow('depth');
  });
});
