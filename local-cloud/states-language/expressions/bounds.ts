/**
 * The bounds of one evaluation. 100 nested levels is AWS's own ceiling (100 terms of `1+1+...` pass, 101 do not). AWS
 * refuses a text of 2^23 characters (and takes one of 2^22) and says so in these words; how long an expression may
 * take there is not known.
 */
export const BOUNDS = {
  depth: 100,
  items: 1_000_000,
  characters: 2 ** 23 - 1,
  /** It has run away when it has lasted so long and taken so many steps. */
  milliseconds: 1_000,
  steps: 100_000,
  /** Of the machine's time, for what cannot be counted in steps: then its thread is ended. */
  longestMilliseconds: 3_000,
  /** By so much may the process grow meanwhile. */
  megabytes: 512,
  tooLarge: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
} as const;

/** What an evaluation throws that lasted too long, as the expression library words it. */
export const lastedTooLong = (milliseconds: number) => ({
  code: 'D1012',
  message: `Evaluation timeout after ${milliseconds} milliseconds. Check for infinite loop`,
});
