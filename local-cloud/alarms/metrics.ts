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

/**
 * What was measured within one second, of which the first was `at`: the edges of a period are true to a second. CloudWatch keeps a
 * minute as one.
 */
interface Sample {
  readonly at: number;
  readonly Sum: number;
  readonly Maximum: number;
  readonly Minimum: number;
  readonly SampleCount: number;
}
const SECOND = 1000;
/** A second ends with its whole number, as periods do. */
const secondOf = (at: number): number => Math.ceil(at / SECOND);

const sampleOf = ({ at, value }: Pick<Datum, 'at' | 'value'>): Sample => ({
  at,
  Sum: value,
  Maximum: value,
  Minimum: value,
  SampleCount: 1,
});

const together = (one: Sample, other: Sample): Sample => ({
  at: one.at,
  Sum: one.Sum + other.Sum,
  Maximum: Math.max(one.Maximum, other.Maximum),
  Minimum: Math.min(one.Minimum, other.Minimum),
  SampleCount: one.SampleCount + other.SampleCount,
});

/** The measurements of the last day. None of them outlasts the host. */
export class Metrics {
  private readonly data = new Map<string, Sample[]>();
  private sinceForgotten = 0;

  put(datum: Datum): void {
    const key = keyOf(datum);
    const known = this.data.get(key) ?? [];
    const last = known.at(-1);
    const sample = sampleOf(datum);
    if (last && secondOf(last.at) === secondOf(datum.at)) known[known.length - 1] = together(last, sample);
    else known.push(sample);
    this.data.set(key, known);
    this.sinceForgotten += 1;
    if (this.sinceForgotten >= FORGOTTEN_EVERY) this.forget(datum.at);
  }

  /** Of what was measured after `from` and until `to`; undefined where nothing was. */
  statistic(of: MetricName, statistic: Statistic, from: number, to: number): number | undefined {
    const within = (this.data.get(keyOf(of)) ?? []).filter(({ at }) => at > from && at <= to);
    if (within.length === 0) return undefined;
    const all = within.reduce(together);
    return statistic === 'Average' ? all.Sum / all.SampleCount : all[statistic];
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
