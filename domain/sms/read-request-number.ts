import { readRequestId } from '../codes/request-id.js';
import { foldText } from '../words/fold-text.js';

/** A number of a request at the beginning of words: its stored form, or what was typed and is none. */
export type ReadNumber =
  | { readonly request: string; readonly length: number }
  | { readonly mistyped: string; readonly length: number };

const NUMBER = /^[a-z0-9]{4}[-\u2010-\u2015\s]?[a-z0-9]{4}(?![a-z0-9])/;
/** Something with a digit in it is meant as a number. */
const LIKE_A_NUMBER = /^[a-z0-9]*\d[a-z0-9]*(?:[-\u2010-\u2015 ](?=[a-z0-9]*\d)[a-z0-9]+)*/;

/** Undefined where the words begin with nothing like a number. */
export function readRequestNumber(words: string): ReadNumber | undefined {
  const folded = foldText(words);
  const typed = NUMBER.exec(folded)?.[0] ?? '';
  const request = readRequestId(typed);
  if (request !== undefined) return { request, length: typed.length };
  const mistyped = LIKE_A_NUMBER.exec(folded)?.[0];
  return mistyped === undefined ? undefined : { mistyped: mistyped.toUpperCase(), length: mistyped.length };
}
