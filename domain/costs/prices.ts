/** The billed items of a request. */
export type Billed =
  | 'transitions'
  | 'invocations'
  | 'compute'
  | 'writes'
  | 'reads'
  | 'texts-out'
  | 'texts-in';

/**
 * AWS's list prices on demand in us-east-1, in US dollars, without free tiers, as its pricing pages had them in
 * November 2026. China's regions have prices of their own. What a text costs differs by carrier and is the town's to
 * say.
 */
export const PRICES = {
  dated: '2026-11',
  currency: 'USD',
  source: [
    'https://aws.amazon.com/step-functions/pricing/',
    'https://aws.amazon.com/lambda/pricing/',
    'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  ],
  /** Standard workflows: $0.025 per 1,000. */
  transitions: 0.025 / 1000,
  /** $0.20 per million. */
  invocations: 0.2 / 1_000_000,
  /** A GB-second on arm64. */
  compute: 0.000_013_333_4,
  /** $0.625 per million write units. */
  writes: 0.625 / 1_000_000,
  /** $0.125 per million read units. */
  reads: 0.125 / 1_000_000,
} as const;
