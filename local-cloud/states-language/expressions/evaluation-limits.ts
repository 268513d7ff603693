/**
 * AWS's limits on what one evaluation builds, as floci measured them (issue 2737): `[1..873782]` and a text of 2^22
 * characters pass, one element more and 2^23 characters do not. Eight bytes an element and one a character fit both.
 */
const LONGEST_SEQUENCE = 873_782;

/** AWS's words, which have no code before them. */
export const MEMORY_LIMIT = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
const STACK_LIMIT =
  'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive';
const TIME_LIMIT = 'Expression evaluation timeout: Check for infinite loop';

/** The error of an evaluation that lasted too long: with the expression library's code. */
export const LASTED_TOO_LONG = { code: 'D1012' } as const;

/** The library's codes for a limit that was reached. */
const LIMITS = new Map([
  ['D1011', STACK_LIMIT],
  [LASTED_TOO_LONG.code, TIME_LIMIT],
  ['D2014', MEMORY_LIMIT],
  ['D2015', MEMORY_LIMIT],
]);

/**
 * The bounds of one evaluation. 100 nested levels is AWS's own ceiling (100 terms of `1+1+...` pass, 101 do not); how
 * long an expression may take there is not known.
 */
export const BOUNDS = {
  depth: 100,
  items: LONGEST_SEQUENCE,
  characters: LONGEST_SEQUENCE * 8,
  /** It has run away when it has lasted so long and taken so many steps. */
  milliseconds: 1_000,
  steps: 100_000,
  /** Of the machine's time, for what cannot be counted in steps: then its thread is ended. */
  longestMilliseconds: 3_000,
  /** By so much may the process grow meanwhile. */
  megabytes: 512,
  tooLarge: MEMORY_LIMIT,
} as const;

/** AWS's words when the library stops an evaluation with this code; undefined when it is no limit's. */
export function limitReached(code: string): string | undefined {
  return LIMITS.get(code);
}
