import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '../../adapters/metrics.js';
import { LOCAL_SETTINGS } from '../../infra/settings.js';
import { ofType, synthesizeMonitoring, type Template } from './synthesized.js';

const template = synthesizeMonitoring();
const TOLD = synthesizeMonitoring({
  ...LOCAL_SETTINGS,
  alarms: { mail: 'duty@town.example' },
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

  it('that wakes somebody is told at once and when it is over; all others wait for the morning together', () => {
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
    expect(suppressed.map(({ Properties }) => Properties['AlarmName'])).toEqual(['small-grid-local-CanWait']);
  });
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
