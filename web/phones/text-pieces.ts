/** An address as a telephone makes it out: ASCII to its end, without what ends a sentence. */
const ADDRESS = /(https?:\/\/[!-~]*[\w/=-])/;

export interface TextPiece {
  readonly text: string;
  readonly isAddress: boolean;
}

/** A text's words, and the addresses among them that can be opened. */
export const textPieces = (body: string): TextPiece[] =>
  body
    .split(ADDRESS)
    .map((text, place) => ({ text, isAddress: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
