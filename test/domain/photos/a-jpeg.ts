const bytesOf = (text: string): number[] => [...Buffer.from(text, 'latin1')];

/** A segment of a JPEG: its marker, its length, what it holds. */
export const segment = (marker: number, content: readonly number[] | string): number[] => {
  const held = typeof content === 'string' ? bytesOf(content) : content;
  return [0xff, marker, (held.length + 2) >> 8, (held.length + 2) & 0xff, ...held];
};

export const frame = (width: number, height: number, marker = 0xc0): number[] =>
  segment(marker, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]);

/** Picture data with what may stand in it: a stuffed byte and a restart. */
export const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];

const TABLES = [...segment(0xdb, [0, 1, 2, 3]), ...segment(0xc4, [0, 1])];

/** A JPEG by its segments; a whole one where nothing else is said. */
export const jpeg = ({
  before = [],
  size = frame(640, 480),
  after = [],
}: { before?: readonly number[]; size?: readonly number[]; after?: readonly number[] } = {}): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...before, ...TABLES, ...size, ...SCAN, 0xff, 0xd9, ...after]);

const numbers = (order: 'II' | 'MM', bytes: number, value: number): number[] => {
  const little = Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 0xff);
  return order === 'II' ? little : little.toReversed();
};

/** EXIF of one entry, how the camera was held, and whatever stands behind it. */
export const exif = (orientation: number, order: 'II' | 'MM' = 'II', behind = ''): number[] => {
  const [short, long] = [2, 4].map((bytes) => (value: number) => numbers(order, bytes, value)) as [
    (value: number) => number[],
    (value: number) => number[],
  ];
  const entry = [...short(0x112), ...short(3), ...long(1), ...short(orientation), 0, 0];
  const tiff = [...bytesOf(order), ...short(42), ...long(8), ...short(1), ...entry, ...long(0)];
  return segment(0xe1, [...bytesOf('Exif\0\0'), ...tiff, ...bytesOf(behind)]);
};
