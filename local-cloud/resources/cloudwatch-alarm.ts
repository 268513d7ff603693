import * as z from 'zod';
import { type Alarm, COMPARISONS } from '../alarms/alarms.js';
import { STATISTICS } from '../alarms/metrics.js';
import { numeric } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const dimensions = z
  .array(z.object({ Name: z.string(), Value: z.string() }))
  .default([])
  .transform((all) => Object.fromEntries(all.map(({ Name, Value }) => [Name, Value])));
const metricStat = z.object({
  Metric: z.object({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions }),
  Period: numeric,
  Stat: z.string(),
});

const properties = z.object({
  AlarmName: z.string().optional(),
  AlarmDescription: z.string().default(''),
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: dimensions,
  Period: numeric.optional(),
  Statistic: z.string().optional(),
  ExtendedStatistic: z.string().optional(),
  Metrics: z.array(z.object({ MetricStat: metricStat.optional() })).optional(),
  ComparisonOperator: z.string(),
  Threshold: numeric.optional(),
  EvaluationPeriods: numeric,
  DatapointsToAlarm: numeric.optional(),
  TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).default('missing'),
});
type Properties = z.output<typeof properties>;

const comparisonSchema = z.enum(
  Object.keys(COMPARISONS) as [keyof typeof COMPARISONS, ...(keyof typeof COMPARISONS)[]],
);
const statisticSchema = z.enum(STATISTICS);

/** The one metric that it looks at; undefined where it computes with several. */
function lookedAt({
  Namespace,
  MetricName,
  Dimensions,
  Period,
  Statistic,
  ExtendedStatistic,
  Metrics,
}: Properties) {
  if (Namespace !== undefined && MetricName !== undefined)
    return {
      Metric: { Namespace, MetricName, Dimensions },
      Period: Period ?? 60,
      Stat: Statistic ?? ExtendedStatistic,
    };
  return Metrics?.length === 1 ? Metrics[0]?.MetricStat : undefined;
}

function alarmOf(name: string, given: Properties): Alarm {
  const { AlarmDescription: description } = given;
  const metric = lookedAt(given);
  const statistic = statisticSchema.safeParse(metric?.Stat).data;
  const comparison = comparisonSchema.safeParse(given.ComparisonOperator).data;
  if (
    metric === undefined ||
    statistic === undefined ||
    comparison === undefined ||
    given.Threshold === undefined
  )
    return { name, description, why: 'the local cloud computes no metric math, percentiles or anomalies' };
  const { Namespace: namespace, MetricName, Dimensions } = metric.Metric;
  return {
    name,
    description,
    metric: { namespace, name: MetricName, dimensions: Dimensions },
    statistic,
    period: metric.Period * 1000,
    comparison,
    threshold: given.Threshold,
    periods: given.EvaluationPeriods,
    toAlarm: given.DatapointsToAlarm ?? given.EvaluationPeriods,
    missing: given.TreatMissingData,
  };
}

export const cloudWatchAlarm = resourceType({
  type: 'AWS::CloudWatch::Alarm',
  support:
    'over one metric that functions embed in their logs, or the length of a queue; nobody is told, GET alarms shows it',
  properties,
  deploy: (given, { host, name, arn }) => {
    const alarmName = name(given.AlarmName, 255);
    host.alarms.add(alarmOf(alarmName, given));
    return { ref: alarmName, attributes: { Arn: arn('cloudwatch', `alarm:${alarmName}`) } };
  },
});

const RULE = /^\(?(?:ALARM\("[^"]+"\)(?: OR )?)+\)?$/;

export const cloudWatchCompositeAlarm = resourceType({
  type: 'AWS::CloudWatch::CompositeAlarm',
  support: 'raised while any of several alarms is; other rules and suppressors have no effect',
  properties: z.object({
    AlarmName: z.string().optional(),
    AlarmDescription: z.string().default(''),
    AlarmRule: z.string(),
  }),
  deploy: ({ AlarmName, AlarmDescription: description, AlarmRule }, { host, name, arn }) => {
    const alarmName = name(AlarmName, 255);
    const parts = [...AlarmRule.matchAll(/ALARM\("([^"]+)"\)/g)];
    // An alarm is named by its ARN, or its name.
    const anyOf = parts.map(([, part = '']) => part.slice(part.lastIndexOf(':') + 1));
    host.alarms.add(
      RULE.test(AlarmRule)
        ? { name: alarmName, description, anyOf }
        : { name: alarmName, description, why: 'the local cloud reads no rule but ALARM(...) OR ALARM(...)' },
    );
    return { ref: alarmName, attributes: { Arn: arn('cloudwatch', `alarm:${alarmName}`) } };
  },
});
