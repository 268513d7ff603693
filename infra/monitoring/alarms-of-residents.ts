import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmSpec } from './alarm-spec.js';
import { ended, measured, ofApi, ofQueue, sumOf, type Watched } from './watched.js';

const HALF_HOUR = Duration.minutes(30);
const HOUR = Duration.hours(1);

/** Texts on their way to people. */
const ofOutgoingTexts = (watched: Watched): AlarmSpec[] => [
  {
    id: 'TextsWait',
    anchor: 'texts-wait',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '运营商超过15分钟没有收下短信，干部收不到任务，居民收不到答复；受理和时限照常。',
      en: 'For over 15 minutes the carrier takes no texts: staff are asked nothing, residents hear nothing. Reports are taken in, deadlines run.',
    },
    act: {
      'zh-CN': '查运营商公告和 npm run doctor；恢复后自动补发，紧急情况先打电话。',
      en: 'Check the carrier and npm run doctor. What waits is sent by itself afterwards; telephone in emergencies meanwhile.',
    },
    metric: measured(watched, 'OldestUndeliveredText', 'Maximum'),
    atLeast: 15 * 60,
    in: [2, 3],
  },
  {
    id: 'CarrierRefuses',
    anchor: 'carrier-refuses',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '运营商逐条拒收短信，多半是密钥、模板或签名有误，几乎无人收到短信。',
      en: 'The carrier refuses text after text, most likely for a secret, template or signature: hardly anybody is texted.',
    },
    act: {
      'zh-CN': '按手册核对密钥、模板、签名和额度；24小时内改好，一条不丢。',
      en: 'Check secret, template, signature and limits by the runbook. Mended within a day, nothing is lost.',
    },
    metric: measured(watched, 'CarrierRefusals', 'Sum'),
    atLeast: 20,
    in: [2, 3],
  },
  {
    id: 'TextsRefused',
    anchor: 'texts-refused',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '个别号码的短信被拒收满一小时，这些人收不到消息；满一天后不再重发。',
      en: 'Texts to some numbers have been refused for an hour: these people hear nothing. After a day they are given up.',
    },
    act: {
      'zh-CN': '在管理平台“短信记录”中查看是谁，改正号码或电话告知。',
      en: 'See in the SMS log of the console who they are; correct the number or telephone.',
    },
    metric: measured(watched, 'RefusedTexts', 'Maximum'),
    atLeast: 1,
    in: [12, 12],
  },
];

/** Texts that people send. */
const ofIncomingTexts = (watched: Watched): AlarmSpec[] => [
  {
    id: 'TextNotTaken',
    anchor: 'text-not-taken',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '有人发来的短信三次都没能受理，可能是报险；每3分钟重试，一天后转入死信队列。',
      en: 'A text that somebody sent, perhaps about a danger, failed three times. It is tried every 3 minutes, for a day.',
    },
    act: {
      'zh-CN': '按手册找到错误并修复；来不及修复就读出内容，电话联系来信人。',
      en: 'Find the error by the runbook. If it cannot be mended soon, read the message and telephone its sender.',
    },
    metric: measured(watched, 'FailedTextAttempts', 'Maximum'),
    atLeast: 3,
  },
  {
    id: 'InboundTextsWait',
    anchor: 'inbound-texts-wait',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '居民和干部发来的短信排队超过10分钟无人处理。',
      en: 'Texts that residents and staff sent have waited in the queue for over 10 minutes.',
    },
    act: {
      'zh-CN': '查 receive-sms 的错误、限流和并发；修好后自动按序处理。',
      en: 'Check errors, throttles and concurrency of receive-sms. The queue empties by itself afterwards.',
    },
    metric: ofQueue(watched.inbound, 'ApproximateAgeOfOldestMessage'),
    atLeast: 10 * 60,
    in: [2, 2],
  },
];

/** Texts that were given up. */
const ofDeadLetters = (watched: Watched): AlarmSpec[] => [
  {
    id: 'DeadLetters',
    anchor: 'dead-letters',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '有短信试了一天仍未受理，来信人以为已经报上。',
      en: 'A text was given up after a day: its sender believes that it was taken in.',
    },
    act: {
      'zh-CN': '先修复原因，再运行 npm run redrive，短信会重新受理。',
      en: 'Mend the cause, then npm run redrive: they are taken in again.',
    },
    metric: ofQueue(watched.deadLetters, 'ApproximateNumberOfMessagesVisible'),
    atLeast: 1,
  },
  {
    id: 'DeadLettersAge',
    anchor: 'dead-letters',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '死信已放了10天，再过4天将被删除，内容无法找回。',
      en: 'Dead letters are ten days old. In four days they are deleted for ever.',
    },
    act: {
      'zh-CN': '今天就运行 npm run redrive，或读出内容后电话处理。',
      en: 'npm run redrive today, or read them and telephone.',
    },
    metric: ofQueue(watched.deadLetters, 'ApproximateAgeOfOldestMessage'),
    atLeast: 10 * 86_400,
  },
];

/** Requests, and tasks of the staff, on which nobody works. */
const ofExecutions = (watched: Watched): AlarmSpec[] => [
  {
    id: 'RequestsWait',
    anchor: 'requests-wait',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '居民的诉求已受理，却超过10分钟没有开始办理，包括紧急情况。',
      en: 'Requests were accepted and not begun for over 10 minutes, emergencies among them.',
    },
    act: {
      'zh-CN': '查 Step Functions 状态和限额；恢复后自动开始，期间人工查看诉求看板。',
      en: 'Check Step Functions and its limits. They are begun by themselves afterwards; watch the board meanwhile.',
    },
    metric: measured(watched, 'OldestUnstartedRequest', 'Maximum'),
    atLeast: 10 * 60,
    in: [2, 3],
  },
  {
    id: 'RequestsStopped',
    anchor: 'executions-stopped',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '有诉求的流程失败、超时或被停止，没有人在办。',
      en: 'The execution of a request failed, ran out of time or was stopped: nobody works on it.',
    },
    act: {
      'zh-CN': '运行 npm run redrive 查看并从断点继续；不行就在管理平台重试。',
      en: 'npm run redrive shows it and goes on from where it stopped; else Retry in the console.',
    },
    metric: ended(
      watched,
      ['resident-request', 'coordination'],
      ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'],
    ),
    atLeast: 1,
  },
  {
    id: 'StaffWorkStopped',
    anchor: 'executions-stopped',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '有干部的任务（回访、整改）流程中断，没有人再催办。',
      en: 'A task of the staff (follow-up, rectification) stopped: nobody is reminded of it any more.',
    },
    act: {
      'zh-CN': '运行 npm run redrive，从断点继续。',
      en: 'npm run redrive goes on from where it stopped.',
    },
    metric: ended(
      watched,
      ['follow-up', 'staff-task'],
      ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'],
    ),
    atLeast: 1,
  },
];

/** Alarms about failures that no retry mended. */
const ofAttention = (watched: Watched): AlarmSpec[] => [
  {
    id: 'Attention',
    anchor: 'needs-attention',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '有诉求重试后仍办不下去，正等值班室处理（值班室已收到短信）。',
      en: 'A request went wrong after all retries and waits for the duty desk, which was texted.',
    },
    act: {
      'zh-CN': '查出错误并修复，再运行 npm run redrive 全部重试。',
      en: 'Find and mend the error, then npm run redrive tries all of them again.',
    },
    metric: measured(watched, 'AttentionAsked', 'Sum'),
    atLeast: 1,
  },
  {
    id: 'AttentionMany',
    anchor: 'needs-attention',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '半小时内5件以上诉求办不下去：这是系统故障，值班室应付不过来。',
      en: 'Five requests or more went wrong within half an hour: an outage, more than the duty desk can mend.',
    },
    act: {
      'zh-CN': '查共同的错误（最近是否部署过？可回滚），修复后运行 npm run redrive。',
      en: 'Look for what they share (a deployment? roll it back), then npm run redrive.',
    },
    metric: measured(watched, 'AttentionAsked', 'Sum', HALF_HOUR),
    atLeast: 5,
  },
];

/** Pages and calls. */
const ofDoors = (watched: Watched): AlarmSpec[] => [
  {
    id: 'ApiFails',
    anchor: 'api-fails',
    urgency: 'wakes',
    hurt: {
      'zh-CN': '居民打不开或交不上网页：二十分之一以上的访问出错。',
      en: 'Residents cannot open or send the pages: one call in twenty fails, or more.',
    },
    act: {
      'zh-CN': '看仪表盘哪类函数出错；刚部署过就回滚。短信和电话仍可受理。',
      en: 'See on the dashboard which functions fail; after a deployment roll back. Texts and telephone still work.',
    },
    metric: new MathExpression({
      // Of a handful of calls one that fails is no outage.
      expression: 'IF(calls >= 20, 100 * failed / calls, 0)',
      usingMetrics: { failed: ofApi(watched, '5xx', 'Sum'), calls: ofApi(watched, 'Count', 'Sum') },
      label: 'Failed calls (%)',
      period: Duration.minutes(5),
    }),
    atLeast: 5,
    in: [2, 3],
  },
  {
    id: 'ApiSlow',
    anchor: 'api-slow',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '网页变慢：每百次访问至少有一次等3秒以上。',
      en: 'The pages are slow: one call in a hundred takes 3 seconds or more.',
    },
    act: {
      'zh-CN': '看仪表盘：冷启动、数据库限流还是单个函数变慢。',
      en: 'See on the dashboard whether it is cold starts, the table, or one function.',
    },
    metric: ofApi(watched, 'Latency', 'p99'),
    atLeast: 3000,
    in: [6, 6],
  },
  {
    id: 'SignInFailures',
    anchor: 'sign-in-failures',
    urgency: 'can wait',
    hurt: {
      'zh-CN': '一小时内验证码输错30次以上：有人在猜，或干部收不到验证码。',
      en: 'Thirty wrong codes within an hour: somebody guesses, or codes do not reach the staff.',
    },
    act: {
      'zh-CN': '看“短信记录”中验证码是否送达；猜测者受限次约束，不必处理。',
      en: 'See in the SMS log whether codes arrive. Guessing is held back by its limits.',
    },
    metric: measured(watched, 'SignInFailures', 'Sum', HOUR),
    atLeast: 30,
  },
];

/** Alarms about what residents notice. */
export const alarmsOfResidents = (watched: Watched): AlarmSpec[] => [
  ...ofOutgoingTexts(watched),
  ...ofIncomingTexts(watched),
  ...ofDeadLetters(watched),
  ...ofExecutions(watched),
  ...ofAttention(watched),
  ...ofDoors(watched),
];

/** The sum of all that wait because of us, for the top of the dashboard. */
export const waitingBecauseOfUs = (watched: Watched) =>
  sumOf(
    [
      measured(watched, 'UndeliveredTexts', 'Maximum'),
      measured(watched, 'RefusedTexts', 'Maximum'),
      ofQueue(watched.inbound, 'ApproximateNumberOfMessagesVisible'),
      ofQueue(watched.deadLetters, 'ApproximateNumberOfMessagesVisible'),
    ],
    'Waiting because of us',
  );
