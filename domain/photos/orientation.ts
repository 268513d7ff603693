/** Tag 0x0112 of EXIF 2.32, 4.6.4: 1 is upright, up to 8 turned or mirrored. */
const ORIENTATION = 0x112;
const SHORT = 3;
const UPRIGHT = 1;
const LAST = 8;
/** Bytes of an entry of a directory. */
const ENTRY = 12;

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const LITTLE = 0x49;

/** How the camera was held, of a segment of EXIF; undefined where it does not say, or the picture is upright. */
export function orientationOf(segment: Uint8Array): number | undefined {
  if (EXIF.some((byte, i) => segment[4 + i] !== byte)) return undefined;
  const tiff = segment.subarray(4 + EXIF.length);
  const isLittle = tiff[0] === LITTLE;
  const number = (at: number, bytes: number): number => {
    const read = Array.from(tiff.subarray(at, at + bytes));
    return (isLittle ? read.toReversed() : read).reduce((sum, byte) => sum * 256 + byte, 0);
  };
  const directory = number(4, 4);
  for (let n = 0; n < number(directory, 2); n += 1) {
    const entry = directory + 2 + n * ENTRY;
    if (entry + ENTRY > tiff.length) return undefined;
    if (number(entry, 2) !== ORIENTATION || number(entry + 2, 2) !== SHORT) continue;
    const value = number(entry + 8, 2);
    return value > UPRIGHT && value <= LAST ? value : undefined;
  }
  return undefined;
}

/** A marker of 34 bytes, a directory of one entry, and no other behind it. */
const HEAD = [0xff, 0xe1, 0, 34, ...EXIF, LITTLE, LITTLE, 42, 0, 8, 0, 0, 0];
const ONE_SHORT = [1, 0, 0x12, 1, SHORT, 0, 1, 0, 0, 0];

/** EXIF that says how the camera was held, and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from(HEAD.concat(ONE_SHORT, [orientation, 0, 0, 0, 0, 0, 0, 0]));
