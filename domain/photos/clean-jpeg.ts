import { LONGEST_EDGE } from './limits.js';
import { orientationOf, orientationSegment } from './orientation.js';

/** The second byte of the markers that matter (ITU-T T.81, table B.1); the first is always 0xFF. */
const MARKER = { start: 0xd8, end: 0xd9, scan: 0xda, exif: 0xe1, adobe: 0xee } as const;

/** Tables of Huffman, of arithmetic coding and of quantization, the scans, and how often they begin anew. */
const OF_THE_PICTURE: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, MARKER.scan, 0xdd]);

/** Frame headers, which hold the size: SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** A marker without a length stands alone: within a scan it is part of that, anywhere else it is a mistake. */
const isAlone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= MARKER.start);

/** Adobe's segment has twelve bytes; without it the colours would be read wrongly. */
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65];
const ADOBE_LENGTH = 14;

/**
 * The kept parts of a segment. Application data says where, when and with what a picture was taken, and holds a smaller
 * copy of it; a comment may say anything, and so may segments that no program reads: only what the picture needs is
 * kept, and how the camera was held.
 */
function kept(marker: number, segment: Uint8Array): readonly Uint8Array[] {
  if (OF_THE_PICTURE.has(marker) || isFrame(marker)) return [segment];
  if (marker === MARKER.exif) {
    const orientation = orientationOf(segment);
    return orientation === undefined ? [] : [orientationSegment(orientation)];
  }
  const isAdobe =
    marker === MARKER.adobe &&
    segment.length >= ADOBE_LENGTH + 2 &&
    ADOBE.every((byte, i) => segment[4 + i] === byte);
  return isAdobe
    ? [Uint8Array.from([0xff, marker, 0, ADOBE_LENGTH, ...segment.subarray(4, ADOBE_LENGTH + 2)])]
    : [];
}

const isSize = (edge: number): boolean => edge >= 1 && edge <= LONGEST_EDGE;

/** Where the picture data that begins here ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A JPEG without anything that is not the picture: no place, no device, no thumbnail, nothing behind its end. Undefined
 * when it is no whole JPEG, or larger than `LONGEST_EDGE`. The picture itself is not touched.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== MARKER.start) return undefined;
  const parts = [bytes.subarray(0, 2)];
  let sized = false;
  let drawn = false;
  let at = 2;
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === MARKER.end) return drawn ? joined([...parts, bytes.subarray(at, at + 2)]) : undefined;
    if (isAlone(marker)) return undefined;
    const number = (offset: number): number =>
      (bytes[at + offset] ?? 0) * 256 + (bytes[at + offset + 1] ?? 0);
    const length = number(2);
    if (length < 2) return undefined;
    if (isFrame(marker)) {
      if (!isSize(number(5)) || !isSize(number(7))) return undefined;
      sized = true;
    }
    drawn ||= sized && marker === MARKER.scan;
    const end = marker === MARKER.scan ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    parts.push(...kept(marker, bytes.subarray(at, end)));
    at = end;
  }
  return undefined;
}
