import type { Town } from '../town/schema.js';
import { foldWords } from './features.js';
import { readWords } from './read-words.js';

const DIGIT = /^[\s(（]*([1-9])(?!\d)/;

/** The digit that an answer begins with, by which it chooses. */
export function digitOf(words: string): number | undefined {
  const found = DIGIT.exec(foldWords(words))?.[1];
  return found === undefined ? undefined : Number(found);
}

const YES =
  /^(?:1|是的?|有的?|对|嗯|恩|是啊|有人|有危险|危险|快|当然|yes|yeah|yep|y(?![a-z])|sure|they are|he is|she is|there is|there are)/;
const NO =
  /^(?:2|没|沒|不是|无|不用|否|不(?:危险|要紧|严重)|没事|no(?![a-z])|nope|not |nobody|none|n(?![a-z]))/;

/** Yes or no, by 1 or 2 or a word; undefined where it is neither. */
export function readYesNo(words: string): boolean | undefined {
  const folded = foldWords(words).replace(/^[\s,.!?]+/, '');
  if (NO.test(folded)) return false;
  return YES.test(folded) ? true : undefined;
}

/** Which category somebody means who was offered `choices`: by its number, by its name, or as their words are read. */
export function readCategoryAnswer(
  town: Pick<Town, 'categories' | 'villages' | 'grids' | 'model'>,
  words: string,
  choices: readonly string[],
): string | undefined {
  const chosen = choices[(digitOf(words) ?? 0) - 1];
  if (chosen !== undefined) return chosen;
  const folded = foldWords(words);
  const named = town.categories.find(({ name }) =>
    Object.values(name).some((one) => folded.includes(foldWords(one))),
  );
  if (named) return named.id;
  const { category } = readWords(town, words);
  if (category.sure) return category.id;
  return category.best.map(({ label }) => label).find((label) => choices.includes(label));
}
