import { endOfWord } from './fit-words.js';

/** Words in pieces of at most so many characters, each ending behind a whole word or number. */
export function pagesOf(words: string, length: number): string[] {
  const pages: string[] = [];
  for (let rest = words.replaceAll(/\s+/g, ' ').trim(); rest !== '';) {
    const end = rest.length <= length ? rest.length : endOfWord(rest, length);
    pages.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return pages;
}
