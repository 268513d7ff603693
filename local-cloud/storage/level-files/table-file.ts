import { snappyUncompress } from 'hysnappy';
import { ByteReader, isWhole } from './bytes.js';

/** LevelDB's table format (its doc/table_format.md). */
const FOOTER = 48;
const MAGIC = 0xdb4775248b80fb57n;
const SNAPPY = 1;

interface Handle {
  readonly offset: number;
  readonly size: number;
}

const readHandle = (reader: ByteReader): Handle => ({ offset: reader.varint(), size: reader.varint() });

/** Where a table is not as it was written, bytes from its beginning; undefined when it is whole. */
export function damageOf(bytes: Buffer): number | undefined {
  const footer = bytes.length - FOOTER;
  if (footer < 0 || bytes.readBigUInt64LE(bytes.length - 8) !== MAGIC) return Math.max(footer, 0);
  const handles = new ByteReader(bytes, footer);
  const [meta, index] = [readHandle(handles), readHandle(handles)];
  for (const directory of [meta, index]) {
    if (!isWholeBlock(bytes, directory)) return directory.offset;
    const damaged = blocksIn(bytes, directory).find((block) => !isWholeBlock(bytes, block));
    if (damaged !== undefined) return damaged.offset;
  }
  return undefined;
}

function isWholeBlock(bytes: Buffer, { offset, size }: Handle): boolean {
  const end = offset + size + 1;
  if (end + 4 > bytes.length) return false;
  return isWhole(bytes.subarray(offset, end), bytes.readUInt32LE(end));
}

/** The blocks that a directory (the index, the meta index) names. */
function blocksIn(bytes: Buffer, { offset, size }: Handle): Handle[] {
  const stored = bytes.subarray(offset, offset + size);
  const content = bytes.readUInt8(offset + size) === SNAPPY ? uncompressed(stored) : stored;
  const restarts = content.readUInt32LE(content.length - 4);
  const entries = new ByteReader(content.subarray(0, content.length - 4 * (restarts + 1)));
  const found: Handle[] = [];
  while (!entries.isAtEnd) {
    entries.varint();
    const keyLength = entries.varint();
    const valueLength = entries.varint();
    entries.take(keyLength);
    found.push(readHandle(new ByteReader(entries.take(valueLength))));
  }
  return found;
}

/** Snappy begins with the length of what it holds. */
function uncompressed(stored: Buffer): Buffer {
  return Buffer.from(snappyUncompress(stored, new ByteReader(stored).varint()));
}
