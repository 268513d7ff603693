import type { Category, Town } from '../town/schema.js';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Latin words count only whole ("gas", but not in "Vegas"), with or without an s at the end; Chinese has no word borders. */
function occursIn(text: string, keyword: string): boolean {
  if (!/^[a-z0-9 ]+$/.test(keyword)) return text.includes(keyword);
  return new RegExp(`(?<![a-z0-9])${keyword}s?(?![a-z0-9])`).test(text);
}

/**
 * The category whose keyword occurs in a resident's words; the longest keyword wins, among equals the category that the town
 * lists first. Undefined when no keyword occurs: then a person must look.
 */
export function categoryByWords(town: Pick<Town, 'categories'>, text: string): Category | undefined {
  const words = plain(text);
  let best: { category: Category; length: number } | undefined;
  for (const category of town.categories) {
    for (const keyword of category.keywords.map(plain)) {
      if (keyword.length > (best?.length ?? 0) && occursIn(words, keyword))
        best = { category, length: keyword.length };
    }
  }
  return best?.category;
}
