import { cleanWords } from './clean-words.js';
import { DEEPEST, LONGEST_FIELD, LONGEST_ID } from './limits.js';

/** Something in what was sent that nothing here can take, whatever the field is for. */
export interface Unfit {
  readonly path: readonly (string | number)[];
  readonly is: 'too-long' | 'too-deep' | 'no-number';
  /** Of what is too long: how long it may be. */
  readonly most?: number;
}

/** The smallest number beside nothing that DynamoDB keeps. */
const SMALLEST = 1e-130;

/** Whether a number can be stored and is the same afterwards. */
export const isStorable = (number: number): boolean =>
  Math.abs(number) <= Number.MAX_SAFE_INTEGER && (number === 0 || Math.abs(number) >= SMALLEST);

/** The input with all its words clean, and everything in it that is unfit. */
export interface Cleaned {
  readonly value: unknown;
  readonly unfit: readonly Unfit[];
}

/**
 * Cleans whatever a program or a page sent, field by field, before a schema looks at it: so no field of any form can be
 * forgotten.
 *
 * @param longest characters of one field, where a route takes whole files.
 */
export function cleanValue(sent: unknown, longest: number = LONGEST_FIELD): Cleaned {
  const unfit: Unfit[] = [];
  const clean = (value: unknown, path: Unfit['path']): unknown => {
    if (typeof value === 'string') return wordsOf(value, path);
    if (typeof value === 'number' && !isStorable(value)) unfit.push({ path, is: 'no-number' });
    if (typeof value !== 'object' || value === null) return value;
    if (path.length >= DEEPEST) {
      unfit.push({ path, is: 'too-deep' });
      return undefined;
    }
    if (Array.isArray(value)) return value.map((one: unknown, i) => clean(one, [...path, i]));
    return Object.fromEntries(Object.entries(value).map((entry) => member(entry, path)));
  };
  const wordsOf = (words: string, path: Unfit['path']): string => {
    const cleaned = cleanWords(words);
    if (cleaned.length > longest) unfit.push({ path, is: 'too-long', most: longest });
    return cleaned;
  };
  const member = ([name, value]: [string, unknown], path: Unfit['path']): [string, unknown] => {
    const key = cleanWords(name);
    if (key.length > LONGEST_ID) unfit.push({ path, is: 'too-long', most: LONGEST_ID });
    return [key, clean(value, [...path, key.slice(0, LONGEST_ID)])];
  };
  return { value: clean(sent, []), unfit };
}
