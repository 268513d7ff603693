import { lintTexts } from '../texts/lint-texts.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Every text is there, as long as it may be, and says what whoever gets it needs. */
export const checkTexts = (town: Town): TownProblem[] =>
  lintTexts(withoutEmpty(town.texts), town.settings).map(({ key, language, problem }) =>
    problemAt(['texts', key, language], { 'zh-CN': problem['zh-CN'], en: problem.en }),
  );

/** An importer leaves empty what one language lacks; a key that nobody uses is then reported where it stands only. */
const withoutEmpty = (texts: Town['texts']): Record<string, Partial<Town['texts'][string]>> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      Object.fromEntries(Object.entries(text).filter(([, words]) => words !== '')),
    ]),
  );
