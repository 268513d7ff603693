import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../adapters/metrics.js';
import { sumOf } from '../../infra/monitoring/watched.js';
import { readSettings } from '../../infra/read-settings.js';
import { LOCAL_SETTINGS } from '../../infra/settings.js';
import { ofType, synthesizeMonitoring, synthesizeStacks, type Template } from './synthesized.js';

const template = synthesizeMonitoring();
const TOLD = synthesizeMonitoring({
  ...LOCAL_SETTINGS,
  alarms: { mail: 'duty@town.example', night: { from: 1, until: 6 } },
  budget: { monthly: 200, currency: 'CNY' },
  textSpendLimit: 100,
});
const RUNBOOK = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
const [, SECTION = ''] = /^## Alarms\n([^]*?)^## /m.exec(RUNBOOK) ?? [];

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');
const HEADINGS = [...SECTION.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

interface Alarm {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AlarmActions?: readonly unknown[];
  readonly OKActions?: readonly unknown[];
  readonly MetricName?: string;
  readonly Metrics?: readonly { readonly MetricStat?: object; readonly Expression?: string }[];
}

const alarmsIn = (of: Template): Alarm[] =>
  Object.values(ofType(of, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties as unknown as Alarm);
const ALARMS = alarmsIn(template).filter(({ AlarmName }) => AlarmName !== 'small-grid-local-Night');
const NAMED = ALARMS.map((alarm) => [alarm.AlarmName, alarm] as const);
const wakes = ({ AlarmDescription }: Alarm): boolean => AlarmDescription.startsWith('【请立即处理】');

describe('every alarm', () => {
  it.each(NAMED)(
    '%s says in both languages who is hurt and what to do, and where the rest is said',
    (_, alarm) => {
      const { AlarmDescription: said } = alarm;
      expect(said).toMatch(
        /^【(?:请立即处理|可等到早上)】\n影响：.+。\n处置：.+。\nHurt: .+\.\nDo: .+\.\n\S+$/,
      );
      expect(said.length).toBeLessThanOrEqual(1024);
      expect(HEADINGS).toContain(said.split('#').at(-1));
    },
  );

  it.each(NAMED)('%s looks at no more metrics than CloudWatch lets it', (_, { Metrics = [] }) => {
    expect(Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length).toBeLessThanOrEqual(10);
  });

  it('that wakes somebody is told at once and when it is over; each of the others by day, whatever else stands', () => {
    for (const alarm of ALARMS) {
      expect(alarm.AlarmActions?.length ?? 0).toBe(wakes(alarm) ? 1 : 0);
      expect(alarm.OKActions?.length ?? 0).toBe(wakes(alarm) ? 1 : 0);
    }
    const composites = Object.values(ofType(template, 'AWS::CloudWatch::CompositeAlarm'));
    const rules = composites.map(({ Properties }) => JSON.stringify(Properties['AlarmRule']));
    for (const { AlarmName } of ALARMS) {
      const id = AlarmName.replace('small-grid-local-', 'Monitoring');
      expect(rules.filter((rule) => new RegExp(`"${id}[0-9A-F]{8}"`).test(rule))).toHaveLength(1);
    }
    const suppressed = composites.filter(({ Properties }) => Properties['ActionsSuppressor'] !== undefined);
    expect(new Set(suppressed.map(({ Properties }) => Properties['AlarmName']))).toEqual(
      new Set(ALARMS.flatMap((alarm) => (wakes(alarm) ? [] : [`${alarm.AlarmName}-ByDay`]))),
    );
    expect(suppressed.length).toBeGreaterThan(20);
    for (const { Properties } of suppressed) {
      expect(Properties['AlarmActions']).toHaveLength(1);
      // Of two in one rule the second would never be told.
      expect(JSON.stringify(Properties['AlarmRule']).match(/ALARM\(/g)).toHaveLength(1);
      expect(Properties['AlarmDescription']).toMatch(/^【可等到早上】 影响：.+ Hurt: /);
    }
  });
});

describe('the night', () => {
  const nightOf = (of: Template): string =>
    JSON.stringify(alarmsIn(of).find(({ AlarmName }) => AlarmName.endsWith('-Night'))?.Metrics);

  it("is China's, where the settings name none", () => {
    expect(nightOf(template)).toContain('HOUR(FILL(sweep, 0)) >= 14 && HOUR(FILL(sweep, 0)) < 23');
  });

  it('is the one that the settings name, over midnight or after it', () => {
    expect(nightOf(TOLD)).toContain('HOUR(FILL(sweep, 0)) >= 1 && HOUR(FILL(sweep, 0)) < 6');
    const ireland = synthesizeMonitoring(readSettings('settings', 'prod'));
    expect(nightOf(ireland)).toContain('HOUR(FILL(sweep, 0)) >= 22 || HOUR(FILL(sweep, 0)) < 7');
  });
});

describe('the topics', () => {
  const topicOf = (id: string): string =>
    Object.keys(ofType(template, 'AWS::SNS::Topic')).find((name) => name.startsWith(`Monitoring${id}`)) ?? '';
  const publishers = (id: string) =>
    Object.values(ofType(template, 'AWS::SNS::TopicPolicy'))
      .filter(({ Properties }) => JSON.stringify(Properties['Topics']).includes(`"${topicOf(id)}"`))
      .flatMap(
        ({ Properties }) =>
          (Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] }).Statement,
      )
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Principal, Condition }) => [
        (Principal as { Service: string | string[] }).Service,
        JSON.stringify(Condition),
      ]);
  const ACCOUNT = JSON.stringify({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });

  it('are told by alarms, and in the morning by budgets, of this account alone', () => {
    expect(publishers('AtOnce')).toEqual([['cloudwatch.amazonaws.com', ACCOUNT]]);
    expect(publishers('InTheMorning')).toEqual([
      [['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'], ACCOUNT],
    ]);
  });

  it('bear the stage, and the deployment tells where they are', () => {
    const { whole } = synthesizeStacks();
    const named = Object.values(ofType(template, 'AWS::SNS::Topic')).map(
      ({ Properties }) => Properties['TopicName'],
    );
    expect(named).toEqual(['small-grid-local-at-once', 'small-grid-local-in-the-morning']);
    expect(whole.Outputs['AtOnceTopicArn']?.Value).toEqual({ Ref: topicOf('AtOnce') });
    expect(whole.Outputs['InTheMorningTopicArn']?.Value).toEqual({ Ref: topicOf('InTheMorning') });
  });
});

it('a sum of more metrics than an alarm can look at is refused where it is written', () => {
  const metric = new Metric({ namespace: 'sample', metricName: 'One' });
  const sum = (count: number) =>
    sumOf(
      Array.from({ length: count }, () => metric),
      'Together',
    );
  expect(sum(10).expression).toContain('m9');
  expect(() => sum(11)).toThrow('Together: a sum of 11 metrics; an alarm looks at up to 10');
});

describe('the runbook', () => {
  it('has no heading of an alarm that is not there', () => {
    const anchors = new Set(alarmsIn(TOLD).map(({ AlarmDescription }) => AlarmDescription.split('#').at(-1)));
    expect(HEADINGS.filter((heading) => !anchors.has(heading))).toEqual([]);
  });

  it('has no link to a heading that is not there', () => {
    const all = new Set(
      [...RUNBOOK.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        anchorOf(heading).replaceAll(/[',]/g, ''),
      ),
    );
    const linked = [...RUNBOOK.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(linked.filter((anchor) => !all.has(anchor))).toEqual([]);
  });
});

it('whatever functions measure is watched or drawn', () => {
  const whole = JSON.stringify(template);
  expect(Object.keys(METRICS).filter((name) => !whole.includes(name))).toEqual([]);
});

it('who is told, what it may cost and what texts may cost are said by the deployment', () => {
  expect(Object.keys(ofType(template, 'AWS::SNS::Subscription'))).toEqual([]);
  expect(Object.keys(ofType(template, 'AWS::Budgets::Budget'))).toEqual([]);
  const mails = Object.values(ofType(TOLD, 'AWS::SNS::Subscription')).map(({ Properties }) => Properties);
  expect(mails).toMatchObject([
    { Protocol: 'email', Endpoint: 'duty@town.example' },
    { Protocol: 'email', Endpoint: 'duty@town.example' },
  ]);
  expect(Object.values(ofType(TOLD, 'AWS::Budgets::Budget'))).toMatchObject([
    { Properties: { Budget: { BudgetLimit: { Amount: 200, Unit: 'CNY' }, TimeUnit: 'MONTHLY' } } },
  ]);
  expect(alarmsIn(TOLD).find(({ AlarmName }) => AlarmName.endsWith('TextSpendNearLimit'))).toMatchObject({
    MetricName: 'SMSMonthToDateSpentUSD',
    Threshold: 80,
  });
});

it('stands in a stack with room to grow', () => {
  expect(Object.keys(template.Resources).length).toBeLessThan(100);
});
