/** Characters of Chinese are as wide as high; others are a bit over half of that. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character.charCodeAt(0) > 0xff ? 13.2 : 7.3), 0);

/** Words of English, single characters of Chinese: the places to break a line; none begins with a closing mark. */
const PIECES = /[\u2e80-\uffef][，。？！、：；）”]*|[^\s\u2e80-\uffef]+|\s+/g;

/** A name in as few lines as fit a width, all about as long. */
export function nameLines(name: string, widest: number): readonly string[] {
  const pieces = name.match(PIECES) ?? [name];
  const fewest = Math.ceil(textWidth(name) / widest);
  for (let limit = textWidth(name) / Math.max(1, fewest); ; limit += 4) {
    const lines = filled(pieces, limit);
    if (lines.length <= fewest || limit > widest) return lines;
  }
}

/** The pieces in lines, each filled up to a width. */
function filled(pieces: readonly string[], limit: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && (textWidth((line + piece).trimEnd()) <= limit || piece.trim() === ''))
      lines[lines.length - 1] = line + piece;
    else if (piece.trim() !== '') lines.push(piece);
  }
  return lines.map((line) => line.trim());
}
