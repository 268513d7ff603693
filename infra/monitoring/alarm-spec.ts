import { ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Bilingual } from '../../domain/words/language.js';

/** An alarm wakes somebody where residents wait, or soon will, and nothing mends it; others wait for the morning. */
export type Urgency = 'wakes' | 'can wait';

/** One alarm: what it looks at, who is hurt when it is raised, and what to do. */
export interface AlarmSpec {
  /** Its name, after that of the deployment. */
  readonly id: string;
  /** The heading of docs/operations.md that says what to do. */
  readonly anchor: string;
  readonly urgency: Urgency;
  readonly hurt: Bilingual;
  readonly act: Bilingual;
  readonly metric: IMetric;
  /** It is raised when the metric reaches this ... */
  readonly atLeast?: number;
  /** ... or stays below this. */
  readonly below?: number;
  /** In so many of the latest periods; default: the latest one. */
  readonly in?: readonly [reached: number, of: number];
  /** The meaning of a span in which nothing was measured; default: none. */
  readonly silence?: 'is well' | 'is bad';
}

/** CloudWatch keeps so much of a description, in characters. */
const LONGEST = 1024;

/** The message: whoever is woken reads who is hurt, what to do, and where the rest is said. */
export function descriptionOf({ hurt, act, anchor, urgency }: AlarmSpec, runbook: string): string {
  const whole = [
    urgency === 'wakes' ? '【请立即处理】' : '【可等到早上】',
    `影响：${hurt['zh-CN']}`,
    `处置：${act['zh-CN']}`,
    `Hurt: ${hurt.en}`,
    `Do: ${act.en}`,
    `${runbook}#${anchor}`,
  ].join('\n');
  if (whole.length > LONGEST) throw new Error(`what is said of ${anchor} is too long for CloudWatch`);
  return whole;
}

export const comparisonOf = ({ atLeast, below, id }: AlarmSpec) => {
  const threshold = atLeast ?? below;
  if (threshold === undefined) throw new Error(`${id} has no threshold`);
  return {
    threshold,
    comparisonOperator:
      atLeast === undefined
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  };
};

export const silenceOf = ({ silence = 'is well' }: AlarmSpec): TreatMissingData =>
  silence === 'is bad' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING;
