import { optionalEnvironment } from './environment.js';

/** Every metric by its unit at CloudWatch. The alarms name these too, so that none watches what nobody measures. */
export const METRICS = {
  /** How long the longest waiting text has been kept back by its carrier, and how many are. Measured by the sweep. */
  OldestUndeliveredText: 'Seconds',
  UndeliveredTexts: 'Count',
  /** Texts that the carrier refuses one by one. Measured by the sweep. */
  RefusedTexts: 'Count',
  /** How long the longest waiting accepted request has not been begun. Measured by the sweep. */
  OldestUnstartedRequest: 'Seconds',
  /** How long ago the erasure was asked for that is not done yet and was asked for first. Measured by the sweep. */
  OldestErasure: 'Seconds',
  TextsSent: 'Count',
  /** A carrier said no to a text, or did not answer. */
  CarrierRefusals: 'Count',
  CarrierFailures: 'Count',
  /** How much of what a town may text a day is used up, of the kind of text that was just counted. */
  TownTextsUsed: 'Percent',
  /** Texts that were not sent, for the town has no more that day. */
  TextsBeyondTownCap: 'Count',
  /** At which attempt, counted from one, taking in a text failed. */
  FailedTextAttempts: 'Count',
  /** A code that signs staff in, or opens a request, was wrong. */
  SignInFailures: 'Count',
  /** The duty desk was asked to mend what no retry did, or was asked again. */
  AttentionAsked: 'Count',
  /** Rounds that were due an hour ago and left no trace. Measured every half hour. */
  OverdueRounds: 'Count',
  /** How long ago the latest moment is to which the table can be restored. Measured every half hour. */
  BackupAge: 'Seconds',
} as const;

export type MetricName = keyof typeof METRICS;

/**
 * Tells CloudWatch what was measured at a moment (epoch milliseconds), as a line of the log in its embedded metric
 * format. Numbers only: no town, nobody's number, nothing typed. Where no namespace is set, nothing is measured.
 *
 * It goes around `console`, before whose lines Lambda puts a time and a level: CloudWatch reads only a line that is
 * JSON as a whole.
 */
export function measure(at: number, values: Readonly<Partial<Record<MetricName, number>>>): void {
  const Namespace = optionalEnvironment('metrics');
  if (Namespace === undefined) return;
  const Metrics = Object.keys(values).map((Name) => ({ Name, Unit: METRICS[Name as MetricName] }));
  const described = { Timestamp: at, CloudWatchMetrics: [{ Namespace, Dimensions: [[]], Metrics }] };
  process.stdout.write(`${JSON.stringify({ _aws: described, ...values })}\n`);
}

/** Whole seconds from one moment to another; none where it has not come. */
export const secondsBetween = (from: number, to: number): number =>
  Math.max(0, Math.round((to - from) / 1000));
