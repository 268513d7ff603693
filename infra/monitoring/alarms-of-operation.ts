import { Duration } from 'aws-cdk-lib';
import { ROUND_KINDS } from '../../domain/rounds/round.js';
import type { Bilingual } from '../../domain/words/language.js';
import { constructId } from '../construct-id.js';
import type { AlarmSpec } from './alarm-spec.js';
import {
  byDoor,
  ended,
  errorsOf,
  measured,
  ofAllFunctions,
  spentOnTexts,
  throttled,
  throttledExecutions,
  timeUsed,
  type Watched,
} from './watched.js';

const HALF_HOUR = Duration.minutes(30);

/** Alarms about parts that others rely on. */
const ofBasis = (watched: Watched): AlarmSpec[] => [
  {
    id: 'SweepSilent',
    anchor: 'sweep-silent',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '巡检15分钟没有运行：积压的短信和未开始的诉求无人补办，其他告警也可能失灵。',
      en: 'The sweep has not run for 15 minutes: texts and requests left undone stay so, and other alarms may be blind.',
    },
    act: {
      'zh-CN': '查 sweep-requests 的日志和计划任务；修好后自动补上。',
      en: 'Check the log of sweep-requests and its schedule. The next run makes up for it.',
    },
    metric: measured(watched, 'OldestUndeliveredText', 'SampleCount'),
    below: 1,
    in: [3, 3],
    silence: 'is bad',
  },
  {
    id: 'BackupMissing',
    anchor: 'backup-missing',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '最近一小时的数据没有备份：此刻出事，这些诉求无法恢复。',
      en: 'The last hour is in no backup: were the table lost now, these requests would be too.',
    },
    act: {
      'zh-CN': '运行 npm run doctor，查数据表的时间点恢复是否开启。',
      en: 'npm run doctor; see whether point-in-time recovery of the table is on.',
    },
    metric: measured(watched, 'BackupAge', 'Maximum', HALF_HOUR),
    atLeast: 3600,
    in: [2, 2],
    silence: 'is bad',
  },
];

/** The towns' recurring systems. */
const ofRounds = (watched: Watched): AlarmSpec[] => [
  {
    id: 'RoundMissing',
    anchor: 'round-missing',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '有例行工作（日清、黄牌红牌、走访、检查）到点一小时仍没有运行。',
      en: 'A round (daily close, cards, visits, inspection) left no trace an hour after it was due.',
    },
    act: {
      'zh-CN': '每半小时自动再试，至多六小时；看其流程停在哪里，运行 npm run redrive。',
      en: 'It is tried every half hour, for six hours. See where its execution stands; npm run redrive.',
    },
    metric: measured(watched, 'OverdueRounds', 'Maximum', HALF_HOUR),
    atLeast: 1,
  },
  {
    id: 'RoundsStopped',
    anchor: 'executions-stopped',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '有例行工作的流程失败或超时，当天的统计、提醒可能不全。',
      en: 'The execution of a round failed or ran out of time: the day’s figures or reminders may be missing.',
    },
    act: {
      'zh-CN': '运行 npm run redrive，从断点继续。',
      en: 'npm run redrive goes on from where it stopped.',
    },
    metric: ended(watched, ROUND_KINDS, ['ExecutionsFailed', 'ExecutionsTimedOut']),
    atLeast: 1,
  },
  {
    id: 'RoundsSilent',
    anchor: 'round-missing',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '例行工作的启动程序一个半小时没有运行：到点的工作都不会开始。',
      en: 'What starts the rounds has not run for an hour and a half: none that is due begins.',
    },
    act: {
      'zh-CN': '查 start-rounds 的日志和计划任务；六小时内修好，一项不漏。',
      en: 'Check the log of start-rounds and its schedule. Mended within six hours, none is missed.',
    },
    metric: measured(watched, 'OverdueRounds', 'SampleCount', HALF_HOUR),
    below: 1,
    in: [3, 3],
    silence: 'is bad',
  },
];

/** Alarms about promises to residents. */
const ofErasure = (watched: Watched): AlarmSpec[] => [
  {
    id: 'ErasureLate',
    anchor: 'erasure-late',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '有居民三天前要求删除个人信息，至今没有删完。',
      en: 'A resident asked for their data to be erased three days ago, and not all of it is.',
    },
    act: {
      'zh-CN':
        '查 sweep-requests 日志里的 erasure not done；没有错误的，是事项还没办结（如险情未解除）或险情待值班室核实。',
      en: 'Log of sweep-requests: erasure not done, and its error. Without one, a matter is not over yet, or held dangers wait for the duty desk.',
    },
    metric: measured(watched, 'OldestErasure', 'Maximum', HALF_HOUR),
    atLeast: 3 * 86_400,
  },
];

/** Alarms about resources that run short. */
const ofShortage = (watched: Watched): AlarmSpec[] => [
  {
    id: 'FunctionsThrottled',
    anchor: 'throttles',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '函数并发额度用尽：网页报错，短信和流程变慢。',
      en: 'Functions have no concurrency left: pages fail, texts and requests are slow.',
    },
    act: {
      'zh-CN': '看是谁在占用；提高账户的 Lambda 并发额度。',
      en: 'See who uses it; raise the account’s limit of concurrent executions.',
    },
    metric: ofAllFunctions('Throttles', 'Sum'),
    atLeast: 20,
    in: [2, 3],
  },
  ...(['Read', 'Write'] as const).map((kind): AlarmSpec => ({
    id: `Table${kind}sThrottled`,
    anchor: 'throttles',
    urgency: 'can wait',
    hurt: {
      'zh-CN': `数据表或索引${kind === 'Read' ? '读取' : '写入'}受限：每步都变慢，重试尽了就要人处理。`,
      en: `The table or an index has no capacity for ${kind.toLowerCase()}s: all is slow, and what no retry mends needs a person.`,
    },
    act: {
      'zh-CN': '看是哪个索引、哪个镇；热点稳定几分钟后自动分散。',
      en: 'See which index and town. DynamoDB splits what stays hot within minutes.',
    },
    metric: throttled(watched, kind),
    atLeast: 50,
    in: [3, 3],
  })),
  {
    id: 'ExecutionsThrottled',
    anchor: 'throttles',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '流程状态转换受限：每件诉求都变慢，但不丢失。',
      en: 'State transitions are throttled: each request is slow, none is lost.',
    },
    act: {
      'zh-CN': '申请提高 Step Functions 状态转换额度。',
      en: 'Ask for a higher limit of state transitions.',
    },
    metric: throttledExecutions(watched),
    atLeast: 100,
    in: [3, 3],
  },
];

/** Alarms about a town's daily caps of texts. */
const ofCaps = (watched: Watched): AlarmSpec[] => [
  {
    id: 'TextsNearCap',
    anchor: 'texts-near-cap',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '某镇当天某类短信已用到上限的八成，用完后当天不再发送。',
      en: 'A town has used four fifths of a day’s texts of one kind. Beyond it they are not sent.',
    },
    act: {
      'zh-CN': '在管理平台看是正常忙碌还是有人滥用；必要时提高 sms.caps。',
      en: 'See in the console whether it is a busy day or misuse; raise sms.caps if need be.',
    },
    metric: measured(watched, 'TownTextsUsed', 'Maximum'),
    atLeast: 80,
  },
  {
    id: 'TextsBeyondCap',
    anchor: 'texts-near-cap',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '某镇当天的短信已用完，该类短信不再发送；报险短信另有额度。',
      en: 'A town has no more texts today: those of one kind are not sent. Emergencies have a cap of their own.',
    },
    act: {
      'zh-CN': '在管理平台“集中来报”中查看；正常就提高 sms.caps，滥用就保持。',
      en: 'Look at Surges in the console; raise sms.caps if the day is real, leave it if it is misuse.',
    },
    metric: measured(watched, 'TextsBeyondTownCap', 'Sum'),
    atLeast: 10,
  },
];

const DOORS: Readonly<Record<string, Bilingual>> = {
  resident: { 'zh-CN': '居民的网页', en: 'residents’ pages' },
  staff: { 'zh-CN': '干部的网页', en: 'the pages of the staff' },
  console: { 'zh-CN': '管理平台', en: 'the console' },
  workflow: { 'zh-CN': '诉求的流程', en: 'the steps of requests' },
  texts: { 'zh-CN': '短信收发', en: 'texts' },
  schedules: { 'zh-CN': '定时工作', en: 'what runs on schedules' },
};

/** Functions that fail or are about to run out of time, by the door they serve. */
const ofFunctions = (watched: Watched): AlarmSpec[] =>
  byDoor(watched).flatMap((together) => {
    const { id, door, some } = together;
    const { 'zh-CN': zh, en } = DOORS[door] ?? { 'zh-CN': door, en: door };
    const names = some.map(({ declared }) => declared.name).join(', ');
    return [
      {
        id: `FunctionsFail${constructId(id)}`,
        anchor: 'functions-fail',
        urgency: 'can wait',
        hurt: {
          'zh-CN': `${zh}的函数接连出错（${names}）。`,
          en: `Functions of ${en} fail again and again.`,
        },
        act: {
          'zh-CN': '看日志中 "level":"error" 的行；刚部署过就回滚。',
          en: 'Read the lines with "level":"error"; after a deployment roll back.',
        },
        metric: errorsOf(together),
        atLeast: 5,
        in: [2, 3],
      },
      {
        id: `FunctionsSlow${constructId(id)}`,
        anchor: 'functions-slow',
        urgency: 'can wait',
        hurt: {
          'zh-CN': `${zh}有函数用到时限的八成（${names}），再慢就会中断。`,
          en: `A function of ${en} took four fifths of its time-out; slower, it is cut off.`,
        },
        act: {
          'zh-CN': '看哪个函数、等谁（运营商、数据表）；必要时调大时限。',
          en: 'See which, and for whom it waits (carrier, table); give it more time if need be.',
        },
        metric: timeUsed(together),
        atLeast: 80,
        in: [3, 3],
      },
    ] satisfies AlarmSpec[];
  });

/** The month's charges of AWS for texts, against the limit at which it sends no more. */
const ofSpend = (monthlyLimit: number | undefined): AlarmSpec[] =>
  monthlyLimit === undefined
    ? []
    : [
        {
          id: 'TextSpendNearLimit',
          anchor: 'text-spend',
          urgency: 'can wait',
          hurt: {
            'zh-CN': '本月短信费已到限额的八成；到限额后 AWS 一条也不再发。',
            en: 'Four fifths of the month’s spend limit for texts are used. At the limit AWS sends none.',
          },
          act: {
            'zh-CN': '向 AWS 申请提高短信月度限额（需一两天）。',
            en: 'Ask AWS to raise the monthly SMS spend limit; it takes a day or two.',
          },
          metric: spentOnTexts(),
          atLeast: monthlyLimit * 0.8,
        },
      ];

/** Alarms about what residents will notice if nobody sees to it. */
export const alarmsOfOperation = (
  watched: Watched,
  { textSpendLimit }: { readonly textSpendLimit?: number | undefined },
): AlarmSpec[] => [
  ...ofBasis(watched),
  ...ofRounds(watched),
  ...ofErasure(watched),
  ...ofShortage(watched),
  ...ofCaps(watched),
  ...ofFunctions(watched),
  ...ofSpend(textSpendLimit),
];
