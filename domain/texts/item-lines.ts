import { PLACEHOLDER_LENGTH } from './text-keys.js';

/** As many lines as fit whole into a text, one at least; the rest is on its own page, or said by its number. */
export function linesThatFit(lines: readonly string[], room: number = PLACEHOLDER_LENGTH.items): string[] {
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
