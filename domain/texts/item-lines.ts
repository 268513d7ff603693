/** Lines that any text has room for. */
const MOST_LINES = 12;

/** A text with as many lines as fit whole, one at least: `render` gives it with lines, and cuts what has no room. */
export function textWithLines(lines: readonly string[], render: (lines: string) => string): string {
  for (let count = Math.min(lines.length, MOST_LINES); count > 1; count -= 1) {
    const held = lines.slice(0, count).join('\n');
    const text = render(held);
    if (text.includes(held)) return text;
  }
  return render(lines[0] ?? '');
}

/** As many lines as fit whole into some room, one at least. */
function linesThatFit(lines: readonly string[], room: number): string[] {
  let length = -1;
  const fitting = lines.filter((line) => (length += line.length + 1) <= room);
  return fitting.length > 0 ? fitting : lines.slice(0, 1);
}

/** The lines of a page, from 1, and how many pages there are. */
export function pageOfLines(
  lines: readonly string[],
  page: number,
  room: number,
): { readonly lines: string[]; readonly shown: number; readonly pages: number } {
  const pages: string[][] = [];
  for (let from = 0; from < lines.length; from += pages.at(-1)?.length ?? lines.length)
    pages.push(linesThatFit(lines.slice(from), room));
  const shown = Math.min(page, pages.length);
  return { lines: pages[shown - 1] ?? [], shown, pages: pages.length };
}
