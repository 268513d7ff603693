import type { Catalogue } from '../page/catalogue.js';
import type { StateStatus } from './state-status.js';

type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly machine: string;
  readonly status: string;
  readonly allStatuses: string;
  readonly name: string;
  readonly findName: string;
  readonly find: string;
  readonly started: string;
  readonly stopped: string;
  readonly redrives: string;
  readonly none: string;
  readonly noneHint: string;
  readonly graph: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomFit: string;
  readonly start: string;
  readonly end: string;
  readonly statuses: Readonly<Record<StateStatus | 'not-reached', string>>;
  readonly executionStatuses: Readonly<Record<ExecutionStatus, string>>;
  readonly machines: Readonly<Record<string, string>>;
  readonly overview: string;
  readonly request: string;
  readonly error: string;
  readonly cause: string;
  readonly running: string;
  readonly states: string;
  readonly state: string;
  readonly entered: string;
  readonly lastEntered: string;
  readonly chooseState: string;
  readonly comment: string;
  readonly events: string;
  readonly event: string;
  readonly type: string;
  readonly at: string;
  readonly after: string;
  readonly details: string;
  readonly showDetails: string;
  readonly newestFirst: string;
  readonly input: string;
  readonly output: string;
  readonly noOutput: string;
  readonly definition: string;
  readonly awsConsole: string;
  readonly redrive: string;
  readonly redriveQuestion: string;
  readonly redriveHint: string;
  readonly redriven: string;
  readonly retry: string;
  readonly retryQuestion: string;
  readonly retryHint: string;
  readonly retried: string;
  readonly retryOf: string;
  readonly retriedAs: string;
  readonly notRetriable: string;
  readonly stop: string;
  readonly stopQuestion: string;
  readonly stopHint: string;
  readonly stopReason: string;
  readonly stopped_: string;
  readonly live: string;
}

export const EXECUTIONS: Catalogue<Words> = {
  'zh-CN': {
    title: '流程执行',
    description: '每件诉求一个执行，名称就是诉求编号；每天、每周、每月的定期工作各有一个执行。',
    machine: '状态机',
    status: '状态',
    allStatuses: '所有状态',
    name: '执行名称',
    findName: '按名称查找（例如诉求编号）',
    find: '查找',
    started: '开始时间',
    stopped: '结束时间',
    redrives: '从断点继续的次数',
    none: '没有执行',
    noneHint: '换个状态机或状态再看看。',
    graph: '状态图',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomFit: '显示全图',
    start: '开始',
    end: '结束',
    statuses: {
      running: '进行中',
      succeeded: '已完成',
      failed: '失败',
      caught: '出错后已处理',
      aborted: '已中止',
      'timed-out': '超时',
      'not-reached': '未到达',
    },
    executionStatuses: {
      RUNNING: '运行中',
      SUCCEEDED: '成功',
      FAILED: '失败',
      TIMED_OUT: '超时',
      ABORTED: '已中止',
      PENDING_REDRIVE: '等待从断点继续',
    },
    machines: {
      'resident-request': '居民诉求',
      coordination: '部门协办',
      'follow-up': '回访',
      'staff-task': '工作任务',
      'daily-close': '日结',
      'deadline-cards': '黄牌红牌',
      'visit-round': '走访安排',
      'weekly-inspection': '每周检查',
      'monthly-inspection': '月底检查',
    },
    overview: '概况',
    request: '诉求',
    error: '错误',
    cause: '原因',
    running: '仍在运行',
    states: '各个状态',
    state: '状态',
    entered: '进入次数',
    lastEntered: '最近进入',
    chooseState: '在图中或表中选择一个状态，查看它的说明和事件。',
    comment: '说明',
    events: '事件历史',
    event: '编号',
    type: '类型',
    at: '时间',
    after: '距开始',
    details: '详情',
    showDetails: '查看事件详情',
    newestFirst: '最新的在前',
    input: '输入',
    output: '输出',
    noOutput: '还没有输出。',
    definition: '定义',
    awsConsole: '在 AWS 控制台中打开',
    redrive: '从断点继续',
    redriveQuestion: '让这个执行从断点继续？',
    redriveHint: '从失败的状态继续，已完成的步骤不再执行。',
    redriven: '已从断点继续。',
    retry: '重试',
    retryQuestion: '重试这个执行？',
    retryHint:
      '用同样的输入启动一个新的执行，使用现在的定义，从记录中的进度接着办：已完成的不再做，已经问过的人不再问，期间收到的答复仍然有效。之后这个执行不能再从断点继续。',
    retried: '已重试，工作在这个新的执行中继续。',
    retryOf: '重试自',
    retriedAs: '后来的执行',
    notRetriable: '不能重试',
    stop: '停止',
    stopQuestion: '停止这个执行？',
    stopHint: '停止后流程不再前进。记录和期间收到的答复会保留，从断点继续或重试后接着办。',
    stopReason: '停止的原因（记入事件历史和审计，请勿填写个人信息）',
    stopped_: '已停止。',
    live: '运行中的执行每隔几秒自动刷新。',
  },
  en: {
    title: 'Executions',
    description:
      'One execution a request, named after it, and one for each run of what recurs daily, weekly and monthly.',
    machine: 'State machine',
    status: 'Status',
    allStatuses: 'All statuses',
    name: 'Name',
    findName: 'Find by name (a request’s number)',
    find: 'Find',
    started: 'Started',
    stopped: 'Ended',
    redrives: 'Redrives',
    none: 'No executions',
    noneHint: 'Try another state machine or status.',
    graph: 'State graph',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomFit: 'Fit to window',
    start: 'Start',
    end: 'End',
    statuses: {
      running: 'in progress',
      succeeded: 'succeeded',
      failed: 'failed',
      caught: 'caught an error',
      aborted: 'aborted',
      'timed-out': 'timed out',
      'not-reached': 'not reached',
    },
    executionStatuses: {
      RUNNING: 'Running',
      SUCCEEDED: 'Succeeded',
      FAILED: 'Failed',
      TIMED_OUT: 'Timed out',
      ABORTED: 'Aborted',
      PENDING_REDRIVE: 'Pending redrive',
    },
    machines: {
      'resident-request': 'Resident request',
      coordination: 'Department coordination',
      'follow-up': 'Follow-up',
      'staff-task': 'Staff task',
      'daily-close': 'Daily close',
      'deadline-cards': 'Yellow and red cards',
      'visit-round': 'Visit round',
      'weekly-inspection': 'Weekly inspection',
      'monthly-inspection': 'Monthly inspection',
    },
    overview: 'Overview',
    request: 'Request',
    error: 'Error',
    cause: 'Cause',
    running: 'Still running',
    states: 'States',
    state: 'State',
    entered: 'Entered',
    lastEntered: 'Last entered',
    chooseState: 'Choose a state in the graph or the table to see what it is for and its events.',
    comment: 'What it is for',
    events: 'Event history',
    event: 'Id',
    type: 'Type',
    at: 'Time',
    after: 'After start',
    details: 'Details',
    showDetails: 'Show the details of the event',
    newestFirst: 'Newest first',
    input: 'Input',
    output: 'Output',
    noOutput: 'No output yet.',
    definition: 'Definition',
    awsConsole: 'Open in the AWS console',
    redrive: 'Redrive',
    redriveQuestion: 'Redrive this execution?',
    redriveHint: 'It goes on from the state that failed; finished steps are not run again.',
    redriven: 'Redriven.',
    retry: 'Retry',
    retryQuestion: 'Retry this execution?',
    retryHint:
      'A new execution with the same input and today’s definition goes on from what is recorded: what is done is not done again, nobody is asked a second time, and answers that came meanwhile count. This execution can then not be redriven any more.',
    retried: 'Retried: the work goes on in this new execution.',
    retryOf: 'Retry of',
    retriedAs: 'Later execution',
    notRetriable: 'Cannot be retried',
    stop: 'Stop',
    stopQuestion: 'Stop this execution?',
    stopHint:
      'It goes no further. Its record stays, and answers that come meanwhile are kept, until it is redriven or retried.',
    stopReason: 'Why (kept in the event history and the audit trail: nothing personal, please)',
    stopped_: 'Stopped.',
    live: 'A running execution refreshes every few seconds.',
  },
};
