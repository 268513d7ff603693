import type { Datum } from './embedded-metrics.js';

/** As long as an alarm may look back. Milliseconds. */
const KEPT_FOR = 86_400_000;
/** Between two times of forgetting. */
const FORGOTTEN_EVERY = 1000;

export const STATISTICS = ['Sum', 'Average', 'Maximum', 'Minimum', 'SampleCount'] as const;
export type Statistic = (typeof STATISTICS)[number];

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

const keyOf = ({ namespace, name, dimensions }: MetricName): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

const COMPUTED: Readonly<Record<Statistic, (values: readonly number[]) => number>> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Average: (values) => COMPUTED.Sum(values) / values.length,
  Maximum: (values) => Math.max(...values),
  Minimum: (values) => Math.min(...values),
  SampleCount: (values) => values.length,
};

/** The measurements of the last day. None of them outlasts the host. */
export class Metrics {
  private readonly data = new Map<string, { at: number; value: number }[]>();
  private sinceForgotten = 0;

  put(datum: Datum): void {
    const key = keyOf(datum);
    const known = this.data.get(key);
    if (known) known.push({ at: datum.at, value: datum.value });
    else this.data.set(key, [{ at: datum.at, value: datum.value }]);
    this.sinceForgotten += 1;
    if (this.sinceForgotten >= FORGOTTEN_EVERY) this.forget(datum.at);
  }

  /** Of what was measured after `from` and until `to`; undefined where nothing was. */
  statistic(of: MetricName, statistic: Statistic, from: number, to: number): number | undefined {
    const values = (this.data.get(keyOf(of)) ?? []).flatMap(({ at, value }) =>
      at > from && at <= to ? [value] : [],
    );
    return values.length === 0 ? undefined : COMPUTED[statistic](values);
  }

  private forget(now: number): void {
    this.sinceForgotten = 0;
    for (const [key, all] of this.data)
      this.data.set(
        key,
        all.filter(({ at }) => at > now - KEPT_FOR),
      );
  }
}
