import {
  type Alarm,
  AlarmStatusWidget,
  type CompositeAlarm,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { MetricName } from '../../adapters/metrics.js';
import type { AlarmSpec } from './alarm-spec.js';
import { waitingBecauseOfUs } from './alarms-of-residents.js';
import { byDoor, errorsOf, measured, ofApi, ofQueue, timeUsed, type Watched } from './watched.js';

interface Shown {
  readonly spec: AlarmSpec;
  readonly alarm: Alarm;
}

const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left: [...left], right: [...right], width: 8, height: 6, leftYAxis: { min: 0 } });

/** Does anybody wait, and why. */
function answers(
  watched: Watched,
  shown: readonly Shown[],
  residentsWait: CompositeAlarm,
): readonly (readonly IWidget[])[] {
  const of = (urgency: AlarmSpec['urgency']): Alarm[] =>
    shown.flatMap(({ spec, alarm }) => (spec.urgency === urgency ? [alarm] : []));
  const asked = new AlarmStatusWidget({
    title: '有居民因为系统在等待吗？ / Is any resident waiting because of us?',
    alarms: [residentsWait],
    width: 8,
    height: 3,
  });
  const waiting = new SingleValueWidget({
    title: '积压 / Waiting',
    metrics: [waitingBecauseOfUs(watched)],
    width: 4,
    height: 3,
  });
  const alarms = (title: string, urgency: AlarmSpec['urgency'], width: number, height: number) =>
    new AlarmStatusWidget({ title, alarms: of(urgency), width, height });
  return [
    [asked, waiting, alarms('请立即处理 / At once', 'wakes', 12, 3)],
    [alarms('可等到早上 / Can wait', 'can wait', 24, 4)],
  ];
}

/** Since when. */
function courses(watched: Watched): readonly (readonly IWidget[])[] {
  const sum = (name: MetricName) => measured(watched, name, 'Sum');
  const most = (name: MetricName) => measured(watched, name, 'Maximum');
  const { inbound, deadLetters } = watched;
  const calls = (['Count', '4xx', '5xx'] as const).map((name) => ofApi(watched, name, 'Sum'));
  const doors = byDoor(watched);
  return [
    [
      graph(
        '短信 / Texts',
        [sum('TextsSent'), sum('CarrierFailures'), sum('CarrierRefusals')],
        [most('TownTextsUsed')],
      ),
      graph('等得最久 / Longest waiting', [
        most('OldestUndeliveredText'),
        most('OldestUnstartedRequest'),
        ofQueue(inbound, 'ApproximateAgeOfOldestMessage'),
      ]),
      graph('待人处理 / For a person', [
        sum('AttentionAsked'),
        most('OverdueRounds'),
        ofQueue(deadLetters, 'ApproximateNumberOfMessagesVisible'),
      ]),
    ],
    [
      graph('网页 / Pages', calls, [ofApi(watched, 'Latency', 'p99')]),
      graph(
        '函数出错 / Failed calls',
        doors.map((door) => errorsOf(door).with({ label: door.id })),
      ),
      graph(
        '用掉的时限 / Time used (%)',
        doors.map((door) => timeUsed(door).with({ label: door.id })),
      ),
    ],
  ];
}

/** The one dashboard, read from the top: does anybody wait because of us, why, and since when. */
export const townDashboard = (
  scope: Construct,
  watched: Watched,
  shown: readonly Shown[],
  residentsWait: CompositeAlarm,
): Dashboard =>
  new Dashboard(scope, 'Dashboard', {
    dashboardName: `${watched.namespace}-Residents`,
    widgets: [...answers(watched, shown, residentsWait), ...courses(watched)].map((row) => [...row]),
  });
