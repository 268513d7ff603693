const MULTIPLIER = 0x5_deec_e66dn;
const INCREMENT = 0xbn;
const MASK = (1n << 48n) - 1n;

/**
 * The first `nextDouble()` of java.util.Random with this seed, which AWS's `$random(seed)` is: 26 and 27 bits of a
 * linear congruential generator of 48. https://docs.oracle.com/javase/8/docs/api/java/util/Random.html#nextDouble--
 */
export function javaRandom(seed: number): number {
  let state = (BigInt(Math.trunc(seed)) ^ MULTIPLIER) & MASK;
  const next = (bits: bigint): number => {
    state = (state * MULTIPLIER + INCREMENT) & MASK;
    return Number(state >> (48n - bits));
  };
  const high = next(26n);
  return (high * 2 ** 27 + next(27n)) / 2 ** 53;
}
