/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { Duration, Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { StageNames } from '../stage-names.js';
import { type AlarmSpec, comparisonOf, descriptionOf, silenceOf } from './alarm-spec.js';
import { alarmsOfOperation } from './alarms-of-operation.js';
import { alarmsOfResidents } from './alarms-of-residents.js';
import { townDashboard } from './dashboard.js';
import { measured, type Watched } from './watched.js';

export interface MonitoringProps {
  readonly names: StageNames;
  readonly watched: Watched;
  /**
   * Who is told, by mail: of waking alarms at any hour, of others in the morning. Without one the topics have no
   * reader.
   */
  readonly alarmAddress?: string | undefined;
  /** Hours (UTC) from and until which what can wait is kept back. */
  readonly night: { readonly from: number; readonly until: number };
  /** The planned monthly cost of the whole account; without it there is no budget. */
  readonly budget?: { readonly amount: number; readonly currency: string } | undefined;
  /** The account's monthly limit for texts by AWS, in USD, where towns text by it. */
  readonly textSpendLimit?: number | undefined;
  /** Where the runbook is read, without an anchor. */
  readonly runbook: string;
}

interface Made {
  readonly spec: AlarmSpec;
  readonly alarm: Alarm;
}

/** Is any resident waiting because of us? Alarms, who hears them, one dashboard, and a budget. */
export class Monitoring extends Construct {
  /** Raised while anything is wrong that residents notice: what a deployment is to be rolled back by. */
  readonly residentsWait: CompositeAlarm;
  readonly alarms: readonly Made[];
  /** Where what wakes somebody is told. */
  readonly atOnce: ITopic;
  /** Where all else is told, by day. */
  readonly inTheMorning: ITopic;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MonitoringProps,
  ) {
    super(scope, id);
    const { watched } = props;
    this.atOnce = this.topic('AtOnce', 'at-once', 'cloudwatch');
    this.inTheMorning = this.topic('InTheMorning', 'in-the-morning', 'cloudwatch', 'budgets');
    const specs = [...alarmsOfResidents(watched), ...alarmsOfOperation(watched, props)];
    this.alarms = specs.map((spec) => ({ spec, alarm: this.alarm(spec) }));
    for (const { alarm } of this.of('wakes')) {
      alarm.addAlarmAction(new SnsAction(this.atOnce));
      alarm.addOkAction(new SnsAction(this.atOnce));
    }
    this.residentsWait = new CompositeAlarm(this, 'ResidentsWait', {
      compositeAlarmName: `${watched.namespace}-ResidentsWait`,
      alarmDescription: `有居民因系统故障在等待；各条告警自有说明。 / Residents wait because of us; each alarm beneath says why. ${props.runbook}#alarms`,
      alarmRule: AlarmRule.anyOf(...this.of('wakes').map(({ alarm }) => alarm)),
    });
    this.letWait();
    townDashboard(this, watched, this.alarms, this.residentsWait);
    this.budget();
  }

  private of(urgency: AlarmSpec['urgency']): Made[] {
    return this.alarms.filter(({ spec }) => spec.urgency === urgency);
  }

  private alarm(spec: AlarmSpec): Alarm {
    const [datapointsToAlarm, evaluationPeriods] = spec.in ?? [1, 1];
    return new Alarm(this, spec.id, {
      alarmName: `${this.props.watched.namespace}-${spec.id}`,
      alarmDescription: descriptionOf(spec, this.props.runbook),
      metric: spec.metric,
      ...comparisonOf(spec),
      datapointsToAlarm,
      evaluationPeriods,
      treatMissingData: silenceOf(spec),
    });
  }

  /**
   * Alarms that can wait are not told at night: those still raised in the morning are told then. Each has a composite
   * alarm of its own, for only these can be suppressed, and one over several tells nothing of a second while the first
   * is raised.
   */
  private letWait(): void {
    const isNight = this.nightAlarm();
    for (const { spec, alarm } of this.of('can wait'))
      new CompositeAlarm(this, `${spec.id}ByDay`, {
        compositeAlarmName: `${this.props.watched.namespace}-${spec.id}-ByDay`,
        // In one line: `npm start` tells alarms of several, and this one repeats another.
        alarmDescription: descriptionOf(spec, this.props.runbook).replaceAll('\n', ' '),
        alarmRule: AlarmRule.fromAlarm(alarm, AlarmState.ALARM),
        actionsSuppressor: isNight,
        actionsSuppressorWaitPeriod: Duration.minutes(2),
        // Once the night is over, told within so long.
        actionsSuppressorExtensionPeriod: Duration.minutes(2),
      }).addAlarmAction(new SnsAction(this.inTheMorning));
  }

  private nightAlarm(): Alarm {
    const { watched, night } = this.props;
    const hours = night.from < night.until ? '&&' : '||';
    return new Alarm(this, 'Night', {
      alarmName: `${watched.namespace}-Night`,
      alarmDescription:
        '夜间不打扰；只用来推迟可以等到早上的告警。 / It is night; only keeps back what can wait for the morning.',
      metric: new MathExpression({
        expression: `IF(HOUR(FILL(sweep, 0)) >= ${night.from} ${hours} HOUR(FILL(sweep, 0)) < ${night.until}, 1, 0)`,
        usingMetrics: { sweep: measured(watched, 'UndeliveredTexts', 'Maximum') },
        label: 'Night',
        period: Duration.minutes(5),
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Told by these services, for this account alone: names of alarms, nothing of anybody. TLS suffices. */
  private topic(id: string, name: string, ...services: readonly string[]): Topic {
    const { names, alarmAddress } = this.props;
    const topic = new Topic(this, id, { topicName: names(name), enforceSSL: true });
    for (const service of services)
      topic.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
          actions: ['sns:Publish'],
          resources: [topic.topicArn],
          conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
        }),
      );
    if (alarmAddress !== undefined) topic.addSubscription(new EmailSubscription(alarmAddress));
    return topic;
  }

  private budget(): void {
    const { budget, watched } = this.props;
    if (budget === undefined) return;
    const told = [{ subscriptionType: 'SNS', address: this.inTheMorning.topicArn }];
    const at = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold,
        thresholdType: 'PERCENTAGE',
      },
      subscribers: told,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `${watched.namespace}-monthly`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: budget.amount, unit: budget.currency },
      },
      notificationsWithSubscribers: [at('ACTUAL', 80), at('FORECASTED', 100)],
    });
  }
}
