import type { Usage } from './meters.js';
import type { Prices } from './prices.js';

/** So many units of one kind and what they cost. */
export interface BillLine {
  readonly service: 'Step Functions' | 'Lambda' | 'DynamoDB' | 'SMS';
  readonly what:
    | 'state transitions'
    | 'invocations'
    | 'gigabyte-seconds'
    | 'read units'
    | 'write units'
    | 'parts';
  readonly count: number;
  /** US dollars; null where the price is not known. */
  readonly usd: number | null;
}

export interface Bill {
  /** The month of the prices. */
  readonly pricesAsOf: string;
  readonly lines: readonly BillLine[];
  /** US dollars, of all lines that have a price. */
  readonly totalUsd: number;
}

/**
 * The bill that AWS would send for a usage. Counts are those of this host; run time is this machine's, and a function
 * on AWS takes its own. Further items of AWS's bills (logs, storage, HTTP API, queues) are not in it.
 */
export function billFor(used: Usage, prices: Prices): Bill {
  const line = (
    service: BillLine['service'],
    what: BillLine['what'],
    count: number,
    price: number | undefined,
  ): BillLine => ({ service, what, count, usd: price === undefined ? null : count * price });
  const lines = [
    line('Step Functions', 'state transitions', used.transitions, prices.transition),
    line('Lambda', 'invocations', used.invocations, prices.invocation),
    line('Lambda', 'gigabyte-seconds', used.gigabyteSeconds, prices.gigabyteSecond),
    line('DynamoDB', 'read units', used.readUnits, prices.readUnit),
    line('DynamoDB', 'write units', used.writeUnits, prices.writeUnit),
    line('SMS', 'parts', used.smsParts, prices.smsPart),
  ];
  const totalUsd = lines.reduce((sum, { usd }) => sum + (usd ?? 0), 0);
  return { pricesAsOf: prices.asOf, lines, totalUsd };
}
