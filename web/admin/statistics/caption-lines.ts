/** What a picture shows, and of when: away from the page nothing else says it. */
export type Caption = readonly [title: string, about: string];

interface Font {
  readonly size: number;
  readonly weight: number;
}

export interface CaptionLine {
  readonly text: string;
  readonly font: Font;
  /** Pixels from the top to its middle. */
  readonly y: number;
}

/** Of the title and of what is about it. */
const FONTS = [
  { size: 16, weight: 700 },
  { size: 13, weight: 400 },
] as const satisfies readonly Font[];

/** Pixels above the first line and below the last, and between the middles of two of one font for each of its size. */
const AROUND = 8;
const LEADING = 1.4;

/** Words with the space behind them; characters that stand without spaces, with the marks that no line may begin with. */
const PARTS = /[\u2E80-\uFFEF][，。、：；）》”]*|[^\s\u2E80-\uFFEF]+\s*|\s+/gu;

/** A text in lines of at most such a width; what cannot be broken stands in one that is wider. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(PARTS) ?? []) {
    if (line !== '' && widthOf((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

/** The lines of a caption over a picture so wide, and how high it is with what stays free around it, in pixels. */
export function captionLines(
  caption: Caption,
  width: number,
  widthOf: (text: string, font: Font) => number,
): { readonly lines: readonly CaptionLine[]; readonly height: number } {
  const lines: CaptionLine[] = [];
  let top = AROUND;
  for (const [at, font] of FONTS.entries())
    for (const text of wrap(caption[at] ?? '', width, (part) => widthOf(part, font))) {
      const height = font.size * LEADING;
      lines.push({ text, font, y: top + height / 2 });
      top += height;
    }
  return { lines, height: Math.ceil(top) + AROUND };
}
