import { type Example, isHeldOut } from '../../domain/reading/example.js';
import { examplesOf, packExamples } from '../../domain/reading/examples-of.js';
import { learn } from '../../domain/reading/learn.js';
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

/** The sample town with few examples, so that what it is taught is learnt in a moment; three dangers are learnt and one is held out. */
export function fewExamples(town: Town): Town {
  const few = examplesOf(town).filter((_, n) => n % ONE_IN === 0);
  const examples = [...few, ...[...gasTexts(false, 3), ...gasTexts(true, 1)].map(gas)];
  learnt ??= { examples: packExamples(examples), model: learn(town, examples) };
  return { ...town, categories: [...town.categories], ...learnt };
}
