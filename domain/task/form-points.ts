import type { Language } from '../words/language.js';
import type { InspectionMethod } from '../town/schema.js';

type Form = InspectionMethod['form'];

/** The points of a check form as a text names them: "1路面 2照明". */
export const pointsText = (form: Form, language: Language): string =>
  form
    .map(({ label }, i) => `${i + 1}${language === 'en' ? ' ' : ''}${label[language]}`)
    .join(language === 'en' ? ', ' : ' ');

/** The names of these points, for people. */
export const pointNames = (points: readonly string[], form: Form, language: Language): string =>
  form
    .filter(({ id }) => points.includes(id))
    .map(({ label }) => label[language])
    .join(language === 'en' ? ', ' : '、');

/** These points by their numbers, as they are named at the head of an answer's words. */
export const pointNumbers = (points: readonly string[], form: Form): string =>
  form.flatMap(({ id }, i) => (points.includes(id) ? [i + 1] : [])).join(' ');

const NUMBERS = /^[1-9](?:[,，、]?[1-9])*[,，、:：。.]?$/;

/** A point that did not hold, and the words on it. */
export interface Fault {
  /** Ids of the form's points. */
  readonly points: readonly string[];
  readonly words: string;
}

/**
 * The points that did not hold, by their numbers at the head of an answer's words, and the words after them: "13 台账缺页",
 * "1、3 ...". Words that begin with another number ("3个灯不亮") name none: nothing is guessed.
 */
export function readFault(note: string | undefined, form: Form): Fault {
  const { numbers, words } = readHead(note, ({ named }) => named.every((number) => number <= form.length));
  return { points: form.filter((_, i) => numbers.has(i + 1)).map(({ id }) => id), words };
}

/** The words alone, after as many points as were read from them once: the form may be another today. */
export const wordsAfterPoints = (note: string | undefined, points: Fault['points']): string =>
  readHead(note, ({ named, before }) => new Set([...before, ...named]).size <= points.length).words;

/** Numbers that stand before the words, as far as they are taken for points. */
function readHead(
  note: string | undefined,
  arePoints: (head: { readonly named: readonly number[]; readonly before: ReadonlySet<number> }) => boolean,
): { readonly numbers: ReadonlySet<number>; readonly words: string } {
  const numbers = new Set<number>();
  const words = (note ?? '').split(/\s+/);
  let heads = 0;
  for (const word of words) {
    const named = NUMBERS.test(word) ? Array.from(word.replace(/\D/g, ''), Number) : [];
    if (named.length === 0 || !arePoints({ named, before: numbers })) break;
    for (const number of named) numbers.add(number);
    heads += 1;
  }
  return { numbers, words: words.slice(heads).join(' ').trim() };
}
