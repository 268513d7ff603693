import type { Clock } from '../clock/clock.js';
import type { MetricName, Metrics, Statistic } from './metrics.js';

export const COMPARISONS = {
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
} as const;

export interface MetricAlarm {
  readonly name: string;
  readonly description: string;
  readonly metric: MetricName;
  readonly statistic: Statistic;
  /** Milliseconds. */
  readonly period: number;
  readonly comparison: keyof typeof COMPARISONS;
  readonly threshold: number;
  readonly periods: number;
  readonly toAlarm: number;
  readonly missing: 'breaching' | 'notBreaching' | 'ignore' | 'missing';
}

/** One that looks at what the host does not measure; it has its words, and never a state. */
export interface UnwatchedAlarm {
  readonly name: string;
  readonly description: string;
  readonly why: string;
}

export interface CompositeAlarm {
  readonly name: string;
  readonly description: string;
  /** Raised while any of these is. */
  readonly anyOf: readonly string[];
}

export type Alarm = MetricAlarm | UnwatchedAlarm | CompositeAlarm;

/** An alarm as it stands now. */
export interface AlarmState {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly description: string;
  readonly reason: string;
}

/** CloudWatch alarms over functions' metrics, looked at on request: one raised and over in between is not told. */
export class Alarms {
  private readonly all = new Map<string, Alarm>();
  /** Earlier times are unknown, and no silence. */
  private readonly began: number;

  constructor(
    private readonly metrics: Metrics,
    private readonly clock: Clock,
    /** A figure that the host counts itself at this moment, such as the length of a queue. */
    private readonly gauge: (metric: MetricName) => number | undefined,
  ) {
    this.began = clock.now();
  }

  add(alarm: Alarm): void {
    this.all.set(alarm.name, alarm);
  }

  states(): AlarmState[] {
    return [...this.all.values()].map((alarm) => this.state(alarm));
  }

  private state(alarm: Alarm): AlarmState {
    const { name, description } = alarm;
    if ('why' in alarm) return { name, description, state: 'INSUFFICIENT_DATA', reason: alarm.why };
    if ('metric' in alarm) return { name, description, ...this.ofMetric(alarm) };
    const raised = alarm.anyOf.filter((one) => {
      const part = this.all.get(one);
      return part !== undefined && this.state(part).state === 'ALARM';
    });
    return raised.length > 0
      ? { name, description, state: 'ALARM', reason: raised.join(', ') }
      : { name, description, state: 'OK', reason: 'none of its alarms is raised' };
  }

  private ofMetric(alarm: MetricAlarm): Pick<AlarmState, 'state' | 'reason'> {
    const { metric, period, periods, toAlarm, missing, threshold, comparison } = alarm;
    const now = this.clock.now();
    const values = Array.from({ length: periods }, (_, n) => this.valueOf(alarm, n));
    const breaching = values.filter((value, n) => {
      const isKnown = now - (n + 1) * period >= this.began;
      return value === undefined
        ? isKnown && missing === 'breaching'
        : COMPARISONS[comparison](value, threshold);
    });
    const shown = values.map((value) => value ?? 'nothing').join(', ');
    const reason = `${metric.name}, latest first: ${shown}; ${comparison} ${threshold}`;
    if (breaching.length >= toAlarm) return { state: 'ALARM', reason };
    const isUnknown = missing === 'missing' && values.every((value) => value === undefined);
    return { state: isUnknown ? 'INSUFFICIENT_DATA' : 'OK', reason };
  }

  /** In the `n`th of the latest periods. */
  private valueOf({ metric, statistic, period }: MetricAlarm, n: number): number | undefined {
    const to = this.clock.now() - n * period;
    const now = n === 0 ? this.gauge(metric) : undefined;
    return now ?? this.metrics.statistic(metric, statistic, to - period, to);
  }
}
