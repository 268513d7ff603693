import { type Example, isHeldOut } from '../../domain/reading/example.js';
import { examplesOf, packExamples } from '../../domain/reading/examples-of.js';
import { learn } from '../../domain/reading/learn.js';
import { readWords } from '../../domain/reading/read-words.js';
import type { Town } from '../../domain/town/schema.js';

/** One in forty of the sample town's invented examples: enough to read by, and learnt in a moment. */
const ONE_IN = 40;

/** Texts of one danger, learnt or held out, which nothing but one another teaches. */
export function gasTexts(isHeld: boolean, count: number): string[] {
  const found: string[] = [];
  for (let n = 0; found.length < count; n += 1) {
    const words = `示例：瓮罐冒出臭味${'啊呀哦嗯唉'.charAt(n % 5)}${'~'.repeat(Math.floor(n / 5))}`;
    if (isHeldOut(words) === isHeld) found.push(words);
  }
  return found;
}

const gas = (words: string): Example => ({
  words,
  kind: 'matter',
  category: 'gas-leak',
  danger: 'gas',
  villages: [],
});

let learnt: Pick<Town, 'examples' | 'model'> | undefined;

/** Read so surely, a danger is not lost because one example more is learnt. */
const SURELY = 0.7;

/** What few examples teach; of the dangers that are held out those only which they leave no doubt about. */
function learnFew(town: Town): Pick<Town, 'examples' | 'model'> {
  const few = examplesOf(town).filter((_, n) => n % ONE_IN === 0);
  const own = [...gasTexts(false, 3), ...gasTexts(true, 1)].map(gas);
  const model = learn(town, [...few, ...own]);
  const isSure = ({ words, danger }: Example): boolean =>
    danger === undefined ||
    !isHeldOut(words) ||
    readWords({ ...town, model }, words).danger.confidence >= SURELY;
  return { examples: packExamples([...few.filter(isSure), ...own]), model };
}

/** The sample town with few examples, so that what it is taught is learnt in a moment; three dangers are learnt and one is held out. */
export function fewExamples(town: Town): Town {
  learnt ??= learnFew(town);
  return { ...town, categories: [...town.categories], ...learnt };
}
