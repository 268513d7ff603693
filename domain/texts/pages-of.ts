import { endBefore } from './fit-words.js';

/** Words in pieces of at most so many characters, each ending behind a whole word, name or number. */
export function pagesOf(words: string, length: number): string[] {
  const pages: string[] = [];
  for (let rest = words.replaceAll(/\s+/g, ' ').trim(); rest !== '';) {
    // One piece that is longer than a page is cut all the same.
    const end = rest.length <= length ? rest.length : endBefore(rest, length) || length;
    const page = rest.slice(0, end).replace(/[\uD800-\uDBFF]$/, '');
    pages.push(page.trimEnd());
    rest = rest.slice(page.length).trimStart();
  }
  return pages;
}
