/**
 * AWS's limits on what one evaluation builds, as floci measured them (issue 2737): `[1..873782]` and a text of 2^22
 * characters pass, one element more and 2^23 characters do not. Eight bytes an element and one a character fit both.
 */
export const LONGEST_SEQUENCE = 873_782;
export const LONGEST_TEXT = LONGEST_SEQUENCE * 8;

/** AWS's words, which have no code before them. */
export const MEMORY_LIMIT = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
const STACK_LIMIT =
  'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive';
const TIME_LIMIT = 'Expression evaluation timeout: Check for infinite loop';

/** The library's codes for a limit that was reached. */
const LIMITS = new Map([
  ['D1011', STACK_LIMIT],
  ['D1012', TIME_LIMIT],
  ['D2014', MEMORY_LIMIT],
  ['D2015', MEMORY_LIMIT],
]);

/** What AWS says when the library stops an evaluation with this code; undefined when it is no limit's. */
export function limitReached(code: string): string | undefined {
  return LIMITS.get(code);
}
