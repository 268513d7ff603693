import { crc32 } from 'node:zlib';

/** A part of a moving picture that changes: a whole PNG, where it lies, and how long it is seen (milliseconds). */
export interface Frame {
  readonly png: Buffer;
  readonly left: number;
  readonly top: number;
  readonly milliseconds: number;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum. */
const AROUND = 12;

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + AROUND;
  }
  return chunks;
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, place) => bytes.writeUInt32BE(value, place * 4));
  return bytes;
};

/** Size, then depth and kind of colour, which all frames share. */
const headOf = (png: Buffer): Buffer => chunksOf(png)[0]?.data ?? Buffer.alloc(13);

/** Where a frame lies and how long it stays; it is drawn over what is there. */
function control({ png, left, top, milliseconds }: Frame, sequence: number): Chunk {
  const head = headOf(png);
  const place = numbers(sequence, head.readUInt32BE(0), head.readUInt32BE(4), left, top);
  const delay = Buffer.alloc(6);
  delay.writeUInt16BE(milliseconds, 0);
  delay.writeUInt16BE(1000, 2);
  return { type: 'fcTL', data: Buffer.concat([place, delay]) };
}

/** A moving PNG (https://www.w3.org/TR/png-3/#apng-frame-based-animation) that begins again and again. The first frame is the whole picture. */
export function apng(frames: readonly Frame[]): Buffer {
  const [first] = frames;
  if (!first) throw new Error('a picture without frames');
  const head = headOf(first.png);
  let sequence = 0;
  const chunks: Chunk[] = [
    { type: 'IHDR', data: head },
    { type: 'acTL', data: numbers(frames.length, 0) },
  ];
  for (const frame of frames) {
    if (!headOf(frame.png).subarray(8).equals(head.subarray(8)))
      throw new Error('the frames differ in depth or colour');
    chunks.push(control(frame, sequence++));
    for (const { type, data } of chunksOf(frame.png)) {
      if (type !== 'IDAT') continue;
      const own =
        frame === first ? { type, data } : { type: 'fdAT', data: Buffer.concat([numbers(sequence++), data]) };
      chunks.push(own);
    }
  }
  chunks.push({ type: 'IEND', data: Buffer.alloc(0) });
  return Buffer.concat([SIGNATURE, ...chunks.map(written)]);
}
