/** The price of one unit of each kind, in US dollars. */
export interface Prices {
  /** The month in which the prices were looked up, `2026-11`. */
  readonly asOf: string;
  readonly transition: number;
  readonly invocation: number;
  readonly gigabyteSecond: number;
  readonly readUnit: number;
  readonly writeUnit: number;
  /** Differs by country and carrier, from a fifth of a cent to ten cents; undefined unless the operator says it. */
  readonly smsPart: number | undefined;
}

/**
 * AWS's list prices on demand in us-east-1, without free tiers, as its pricing pages had them in November 2026:
 * aws.amazon.com/step-functions/pricing (Standard: $0.025 per 1,000 transitions), /lambda/pricing (arm64: $0.20 per
 * million requests, $0.0000133334 per GB-second), /dynamodb/pricing/on-demand ($0.125 per million read units, $0.625
 * per million write units). China's regions have prices of their own.
 */
export const LIST_PRICES: Prices = {
  asOf: '2026-11',
  transition: 0.025 / 1000,
  invocation: 0.2 / 1_000_000,
  gigabyteSecond: 0.000_013_333_4,
  readUnit: 0.125 / 1_000_000,
  writeUnit: 0.625 / 1_000_000,
  smsPart: undefined,
};
