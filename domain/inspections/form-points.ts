import type { Language } from '../town/language.js';
import type { InspectionMethod } from '../town/schema.js';

type Form = InspectionMethod['form'];

/** The points of a check form as a text names them: "1路面 2照明". */
export const pointsText = (form: Form, language: Language): string =>
  form
    .map(({ label }, i) => `${i + 1}${language === 'en' ? ' ' : ''}${label[language]}`)
    .join(language === 'en' ? ', ' : ' ');

const NUMBERS = /^[1-9](?:[,，、]?[1-9])*[,，、:：。.]?$/;

/**
 * The points that did not hold, by their numbers at the head of an answer's words: "13 台账缺页", "1、3 ...". Words that begin
 * with another number ("3个灯不亮") name none: nothing is guessed.
 */
export function failedPoints(note: string | undefined, form: Form): string[] {
  const numbers = new Set<number>();
  for (const word of (note ?? '').split(/\s+/)) {
    if (!NUMBERS.test(word)) break;
    const named = Array.from(word.replace(/\D/g, ''), Number);
    if (named.some((number) => number > form.length)) break;
    for (const number of named) numbers.add(number);
  }
  return form.filter((_, i) => numbers.has(i + 1)).map(({ id }) => id);
}
