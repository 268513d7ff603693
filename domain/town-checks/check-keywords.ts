import type { Bilingual } from '../words/language.js';
import { findRepeats } from './find-repeats.js';
import { problemAt, type TownProblem } from '../town/town-problem.js';

interface Named {
  readonly id: string;
  readonly keywords: readonly string[];
}

/** A word leads to one of a kind: one category, one department. */
export function checkKeywords(
  part: 'categories' | 'departments',
  all: readonly Named[],
  one: Bilingual,
): TownProblem[] {
  const words = all.flatMap(({ id, keywords }, index) =>
    keywords.map((word, at) => ({ id, word: word.toLowerCase(), path: [part, index, 'keywords', at] })),
  );
  return findRepeats(words, ({ word }) => word).map(({ index, first, key }) =>
    problemAt(words[index]?.path ?? [], {
      'zh-CN': `“${key}”已指向“${words[first]?.id}”，一个词只能指向一个${one['zh-CN']}`,
      en: `"${key}" already means "${words[first]?.id}"; a word leads to one ${one.en}`,
    }),
  );
}
