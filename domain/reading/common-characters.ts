/** Rows of GB 2312 that hold characters, and the cells of each. */
const ROWS = 72;
const CELLS = 94;
const FIRST_ROW = 0xb0;
const FIRST_CELL = 0xa1;
const HAN = /^[\u4e00-\u9fff]$/;

/**
 * The 6,763 simplified characters of GB 2312, in its order: rows B0 to F7 of its two-byte code. The more common half
 * stands there in the order of how it is read.
 */
export function commonCharacters(): string[] {
  const codes = Uint8Array.from({ length: ROWS * CELLS * 2 }, (_, i) =>
    i % 2 === 0 ? FIRST_ROW + Math.floor(i / (2 * CELLS)) : FIRST_CELL + (((i - 1) / 2) % CELLS),
  );
  // The last five cells of row D7 are empty.
  return Array.from(new TextDecoder('gb2312').decode(codes)).filter((character) => HAN.test(character));
}
