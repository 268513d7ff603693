import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { METRICS, type MetricName } from '../../adapters/metrics.js';
import type { MachineName } from '../../adapters/grants.js';
import { INDEX } from '../../adapters/table-keys.js';
import type { Machines } from '../machines.js';
import { type TownFunction, USUAL } from '../town-function.js';

/** Everything that serves the towns, as far as it is watched. */
export interface Watched {
  /** Where functions measure; also the first word of each alarm's name, so that several stages fit an account. */
  readonly namespace: string;
  readonly functions: readonly TownFunction[];
  readonly machines: Machines;
  readonly tableName: string;
  readonly inbound: IQueue;
  readonly deadLetters: IQueue;
  readonly apiId: string;
}

/** An alarm looks at up to ten metrics. */
const MOST_IN_AN_ALARM = 10;

export const FIVE_MINUTES = Duration.minutes(5);

/** A metric that functions measure themselves. */
export const measured = (
  { namespace }: Watched,
  metricName: MetricName,
  statistic: 'Maximum' | 'Sum' | 'SampleCount',
  period = FIVE_MINUTES,
): Metric =>
  new Metric({ namespace, metricName, statistic, period, label: `${metricName} (${METRICS[metricName]})` });

/** The sum of metrics in each five minutes; an unknown one adds nothing. Throws beyond what an alarm can watch. */
export function sumOf(metrics: readonly Metric[], label: string, prefix = 'm'): MathExpression {
  if (metrics.length > MOST_IN_AN_ALARM)
    throw new Error(
      `${label}: a sum of ${metrics.length} metrics; an alarm looks at up to ${MOST_IN_AN_ALARM}`,
    );
  const usingMetrics = Object.fromEntries(metrics.map((metric, n) => [`${prefix}${n}`, metric]));
  const expression = Object.keys(usingMetrics)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ');
  return new MathExpression({ expression, usingMetrics, label, period: FIVE_MINUTES });
}

/** Executions that ended as none should: failed, out of time or, where that is asked too, stopped by hand. */
export const ended = (
  { machines }: Watched,
  names: readonly MachineName[],
  ways: readonly ('ExecutionsFailed' | 'ExecutionsTimedOut' | 'ExecutionsAborted')[],
): MathExpression =>
  sumOf(
    names.flatMap((name) =>
      ways.map((way) => machines[name].metric(way, { statistic: 'Sum', period: FIVE_MINUTES })),
    ),
    'Executions that did not succeed',
  );

/** Functions of a door, as many together as an alarm can look at. */
export interface Door {
  /** Of these functions; where a door has more, with a letter behind it. */
  readonly id: string;
  readonly door: string;
  readonly some: readonly TownFunction[];
}

export function byDoor({ functions }: Watched): Door[] {
  const doors = [...new Set(functions.map(({ declared }) => declared.door))].toSorted();
  return doors.flatMap((door) => {
    const all = functions.filter(({ declared }) => declared.door === door);
    const count = Math.ceil(all.length / MOST_IN_AN_ALARM);
    return Array.from({ length: count }, (_, n) => ({
      id: door + (count === 1 ? '' : 'ABCDEFGH'.charAt(n)),
      door,
      some: all.slice(n * MOST_IN_AN_ALARM, (n + 1) * MOST_IN_AN_ALARM),
    }));
  });
}

export const errorsOf = ({ id, some }: Door): MathExpression =>
  sumOf(
    some.map((one) => one.metricErrors({ period: FIVE_MINUTES, statistic: 'Sum' })),
    'Failed calls',
    id,
  );

/** How much of its time the slowest call of these functions took. Percent. */
export function timeUsed({ id, some }: Door): MathExpression {
  const usingMetrics = Object.fromEntries(
    some.map((one, n) => [`${id}${n}`, one.metricDuration({ period: FIVE_MINUTES, statistic: 'Maximum' })]),
  );
  const shares = some.map(({ declared: { size = USUAL } }, n) => `FILL(${id}${n}, 0) / ${size.seconds * 10}`);
  return new MathExpression({
    expression: `MAX([${shares.join(', ')}])`,
    usingMetrics,
    label: 'Slowest call (% of its time-out)',
    period: FIVE_MINUTES,
  });
}

/** Reads or writes that the table or one of its indexes had no capacity for. */
export function throttled({ tableName }: Watched, kind: 'Read' | 'Write'): MathExpression {
  const of = (dimensions: Readonly<Record<string, string>>): Metric =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: `${kind}ThrottleEvents`,
      dimensionsMap: { TableName: tableName, ...dimensions },
      statistic: 'Sum',
      period: FIVE_MINUTES,
    });
  const indexes = Object.values(INDEX).map((GlobalSecondaryIndexName) => of({ GlobalSecondaryIndexName }));
  return sumOf([of({}), ...indexes], `${kind}s without capacity`);
}

/** Of the HTTP API; its name has no `Api` in it. */
export const ofApi = (
  { apiId }: Watched,
  metricName: 'Latency' | '5xx' | '4xx' | 'Count',
  statistic: string,
): Metric =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: apiId },
    statistic,
    period: FIVE_MINUTES,
  });

/** Of all functions of the account and region: their concurrency is shared. */
export const ofAllFunctions = (metricName: 'Throttles' | 'ConcurrentExecutions', statistic: string): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName, statistic, period: FIVE_MINUTES });

/** Executions that could not be started at once; the sweep and retries start them later. */
export const throttledExecutions = ({ machines }: Watched): MathExpression =>
  sumOf(
    Object.values(machines).map((machine) =>
      machine.metric('ExecutionThrottled', { statistic: 'Sum', period: FIVE_MINUTES }),
    ),
    'Throttled transitions',
  );

/** Messages of a queue. */
export const ofQueue = (
  queue: IQueue,
  metricName: 'ApproximateNumberOfMessagesVisible' | 'ApproximateAgeOfOldestMessage',
): Metric => queue.metric(metricName, { statistic: 'Maximum', period: FIVE_MINUTES });

/** This month's charges of AWS for texts, in USD; the metric knows no stages. */
export const spentOnTexts = (): IMetric =>
  new Metric({
    namespace: 'AWS/SNS',
    metricName: 'SMSMonthToDateSpentUSD',
    statistic: 'Maximum',
    period: Duration.hours(1),
  });
