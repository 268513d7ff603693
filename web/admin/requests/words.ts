import type { Channel, ClosedAs, Path, Status } from './request-types.js';
import type { PauseReason } from '../../../domain/request/record.js';
import type { WaitReason } from '../../../domain/request/waits-for.js';
import type { Catalogue } from '../page/catalogue.js';

type Due = 'overdue' | 'today' | 'soon';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly states: Readonly<Record<'open' | 'closed', string>>;
  readonly state: string;
  readonly export: string;
  readonly none: string;
  readonly noneHint: string;
  readonly number: string;
  readonly findNumber: string;
  readonly find: string;
  readonly category: string;
  readonly path: string;
  readonly place: string;
  readonly grid: string;
  readonly gridNumber: (grid: number) => string;
  readonly unplaced: string;
  readonly village: string;
  readonly status: string;
  readonly due: string;
  readonly created: string;
  readonly closed: string;
  readonly waitsFor: string;
  readonly owner: string;
  readonly handler: string;
  readonly nobody: string;
  readonly any: string;
  readonly order: string;
  readonly orders: Readonly<Record<'due' | 'newest', string>>;
  readonly dues: Readonly<Record<Due, string>>;
  readonly deadline: {
    readonly overdue: (by: string) => string;
    readonly left: (time: string) => string;
    readonly paused: string;
    readonly none: string;
  };
  readonly from: string;
  readonly to: string;
  readonly clear: string;
  readonly views: {
    readonly label: string;
    readonly choose: string;
    readonly save: string;
    readonly remove: string;
    readonly name: string;
    readonly saved: string;
    readonly cancel: string;
  };
  readonly statuses: Readonly<Record<Status, string>>;
  readonly closedAs: Readonly<Record<ClosedAs, string>>;
  readonly paths: Readonly<Record<Path, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly channel: string;
  readonly waits: Readonly<Record<WaitReason, string>>;
  readonly overview: string;
  readonly timeline: string;
  readonly asks: string;
  readonly executions: string;
  readonly noExecutions: string;
  readonly pauses: string;
  readonly pauseReasons: Readonly<Record<PauseReason, string>>;
  readonly until: (at: string) => string;
  readonly still: string;
  readonly aid: string;
  readonly yuan: (amount: number) => string;
  readonly duplicateOf: string;
  readonly joinedTo: string;
  readonly followUps: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<'done' | 'refused' | 'referred', string>>;
  readonly townVersion: string;
  readonly person: {
    readonly title: string;
    readonly show: string;
    readonly audited: string;
    readonly name: string;
    readonly phone: string;
    readonly filedBy: string;
    readonly description: string;
    readonly location: string;
    readonly unknown: string;
  };
  readonly ask: {
    readonly what: string;
    readonly to: string;
    readonly state: string;
    readonly states: Readonly<Record<'open' | 'answered' | 'over', string>>;
    readonly askedAt: string;
    readonly due: string;
    readonly answer: string;
    readonly resident: string;
    readonly kinds: Readonly<Record<string, string>>;
    readonly none: string;
  };
  readonly answering: {
    readonly open: string;
    readonly title: (kind: string) => string;
    readonly option: string;
    readonly note: string;
    readonly noteHint: string;
    readonly yuan: string;
    readonly send: string;
    readonly cancel: string;
    readonly sent: string;
  };
  readonly programme: {
    readonly title: string;
    readonly states: Readonly<Record<'done' | 'open' | 'waiting', string>>;
    readonly refused: (by: string, reason: string) => string;
  };
  readonly petition: {
    readonly title: string;
    readonly takeUpBy: string;
    readonly takenUpAt: string;
    readonly parties: string;
    readonly sessions: string;
    readonly results: Readonly<Record<'agreed' | 'not-agreed' | 'adjourned', string>>;
    readonly settledAt: string;
    readonly settlement: string;
  };
}

export const REQUESTS: Catalogue<Words> = {
  'zh-CN': {
    title: '诉求看板',
    description: '红色为逾期，黄色为今日到期；期限按工作日历计算，等居民补件期间不计时。',
    states: { open: '办理中', closed: '已结' },
    state: '范围',
    export: '导出 CSV',
    none: '没有符合条件的诉求',
    noneHint: '换个条件再看看。',
    number: '编号',
    findNumber: '按编号查找',
    find: '查找',
    category: '事项',
    path: '办理方式',
    place: '地点',
    grid: '网格',
    gridNumber: (grid) => `${grid} 号网格`,
    unplaced: '未分派',
    village: '村',
    status: '状态',
    due: '期限',
    created: '收到',
    closed: '结案',
    waitsFor: '等什么',
    owner: '首问责任人',
    handler: '现经办人',
    nobody: '尚无',
    any: '全部',
    order: '排序',
    orders: { due: '先到期的在前', newest: '最新的在前' },
    dues: { overdue: '已逾期', today: '今日到期', soon: '下一工作日前到期' },
    deadline: {
      overdue: (by) => `逾期 ${by}`,
      left: (time) => `还有 ${time}`,
      paused: '暂停计时',
      none: '无',
    },
    from: '结案自',
    to: '结案至',
    clear: '清除条件',
    views: {
      label: '常用视图',
      choose: '选择视图',
      save: '保存当前条件',
      remove: '删除这个视图',
      name: '视图名称',
      saved: '视图已保存在这台设备上。',
      cancel: '取消',
    },
    statuses: {
      received: '已收到',
      assigned: '已派单',
      accepted: '已签收',
      coordinating: '协办中',
      awaiting_confirmation: '待居民评价',
      closed: '已结',
      withdrawn: '已撤回',
    },
    closedAs: {
      satisfied: '满意',
      no_answer: '未评价',
      refused: '不予办理',
      referred: '转其他单位',
      joined: '合并办理',
      withdrawn: '居民撤回',
    },
    paths: {
      'same-day': '当日办结',
      programme: '项目',
      emergency: '应急',
      petition: '信访',
      coordinated: '部门协办',
    },
    channels: {
      web: '网页',
      sms: '短信',
      cadre: '干部代报',
      open311: 'Open311',
      reception: '接待',
    },
    channel: '渠道',
    waits: {
      start: '流程下一步',
      question: '本人补充说明',
      placing: '值班室派单',
      acceptance: '网格员签收',
      grid: '网格办理',
      department: '部门办理',
      documents: '居民补件',
      place: '项目名额',
      'sign-off': '领导签批',
      confirmation: '居民评价',
      'first-report': '先报的同一件事',
      attention: '值班室处理受阻',
    },
    overview: '概况',
    timeline: '经过',
    asks: '任务与答复',
    executions: '流程执行',
    noExecutions: '还没有执行。',
    pauses: '暂停计时',
    pauseReasons: { documents: '等居民备齐材料', appointment: '等居民赴约', place: '等项目名额' },
    until: (at) => `至 ${at}`,
    still: '仍在暂停',
    aid: '救助',
    yuan: (amount) => `${amount} 元`,
    duplicateOf: '疑似同一件',
    joinedTo: '并入',
    followUps: '回访日期',
    outcome: '结果',
    outcomes: { done: '办结', refused: '不予办理', referred: '转其他单位' },
    townVersion: '镇情数据版本',
    person: {
      title: '居民信息',
      show: '查看居民信息',
      audited: '查看会记入审计。请只在办理需要时查看。',
      name: '姓名',
      phone: '电话',
      filedBy: '代报人',
      description: '原话',
      location: '位置',
      unknown: '未提供',
    },
    ask: {
      what: '任务',
      to: '待答复人',
      state: '状态',
      states: { open: '等待答复', answered: '已答复', over: '已过' },
      askedAt: '发出',
      due: '截止',
      answer: '答复',
      resident: '居民',
      kinds: {
        placement: '派单',
        acceptance: '签收',
        'taking-up': '受理信访',
        outcome: '办理',
        application: '申请',
        approval: '审批',
        appointment: '预约',
        report: '办理情况',
        settlement: '调解处理',
        documents: '补件',
        'sign-off': '签批',
        confirmation: '评价',
        attention: '受阻处理',
      },
      none: '还没有派出过任务。',
    },
    answering: {
      open: '答复',
      title: (kind) => `答复：${kind}`,
      option: '答复',
      note: '说明',
      noteHint: '会告知相关人员，请勿填写身份证号和病情。',
      yuan: '救助金额（元）',
      send: '提交答复',
      cancel: '取消',
      sent: '答复已记录。',
    },
    programme: {
      title: '项目环节',
      states: { done: '已完成', open: '进行中', waiting: '未开始' },
      refused: (by, reason) => `${by} 不予办理：${reason}`,
    },
    petition: {
      title: '信访记录',
      takeUpBy: '受理期限',
      takenUpAt: '受理时间',
      parties: '当事人数',
      sessions: '调解',
      results: { agreed: '达成一致', 'not-agreed': '未达成一致', adjourned: '择日再议' },
      settledAt: '办结时间',
      settlement: '办结意见',
    },
  },
  en: {
    title: 'Requests',
    description:
      'Red is overdue, yellow is due today. Clocks run on the working calendar, and stop while the resident has something to bring or answer.',
    states: { open: 'Open', closed: 'Closed' },
    state: 'Which',
    export: 'Export CSV',
    none: 'No requests match',
    noneHint: 'Try other filters.',
    number: 'Number',
    findNumber: 'Find by number',
    find: 'Find',
    category: 'Category',
    path: 'Path',
    place: 'Place',
    grid: 'Grid',
    gridNumber: (grid) => `Grid ${grid}`,
    unplaced: 'Not placed',
    village: 'Village',
    status: 'Status',
    due: 'Deadline',
    created: 'Received',
    closed: 'Closed',
    waitsFor: 'Waits for',
    owner: 'First asked',
    handler: 'Works on it',
    nobody: 'nobody yet',
    any: 'All',
    order: 'Sort by',
    orders: { due: 'Due first', newest: 'Newest first' },
    dues: { overdue: 'Overdue', today: 'Due today', soon: 'Due by the next working day' },
    deadline: {
      overdue: (by) => `overdue by ${by}`,
      left: (time) => `${time} left`,
      paused: 'clock paused',
      none: 'none',
    },
    from: 'Closed from',
    to: 'Closed until',
    clear: 'Clear filters',
    views: {
      label: 'Saved views',
      choose: 'Choose a view',
      save: 'Save these filters',
      remove: 'Remove this view',
      name: 'Name of the view',
      saved: 'The view is kept on this device.',
      cancel: 'Cancel',
    },
    statuses: {
      received: 'Received',
      assigned: 'Assigned',
      accepted: 'Taken on',
      coordinating: 'With departments',
      awaiting_confirmation: 'Awaiting the resident’s view',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
    },
    closedAs: {
      satisfied: 'Satisfied',
      no_answer: 'No answer',
      refused: 'Refused',
      referred: 'Referred',
      joined: 'Joined',
      withdrawn: 'Withdrawn',
    },
    paths: {
      'same-day': 'Same day',
      programme: 'Programme',
      emergency: 'Emergency',
      petition: 'Petition',
      coordinated: 'Coordinated',
    },
    channels: {
      web: 'Web',
      sms: 'SMS',
      cadre: 'Filed by a cadre',
      open311: 'Open311',
      reception: 'Reception',
    },
    channel: 'Channel',
    waits: {
      start: 'the next step',
      question: 'the sender to say more',
      placing: 'the duty desk to place it',
      acceptance: 'somebody to take it on',
      grid: 'the grid',
      department: 'a department',
      documents: 'the resident’s documents',
      place: 'a place in the programme',
      'sign-off': 'a leader’s sign-off',
      confirmation: 'the resident’s view',
      'first-report': 'the first report of it',
      attention: 'the duty desk: it is stuck',
    },
    overview: 'Overview',
    timeline: 'Timeline',
    asks: 'Questions and answers',
    executions: 'Executions',
    noExecutions: 'There is no execution yet.',
    pauses: 'Clock paused',
    pauseReasons: {
      documents: 'waiting for the resident’s documents',
      appointment: 'waiting for the resident’s appointment',
      place: 'waiting for a place in the programme',
    },
    until: (at) => `until ${at}`,
    still: 'still paused',
    aid: 'Aid',
    yuan: (amount) => `${amount} yuan`,
    duplicateOf: 'Perhaps the same as',
    joinedTo: 'Joined to',
    followUps: 'Follow-ups',
    outcome: 'Outcome',
    outcomes: { done: 'Done', refused: 'Refused', referred: 'Referred' },
    townVersion: 'Version of the town’s data',
    person: {
      title: 'The resident',
      show: 'Show the resident',
      audited: 'Viewing is recorded in the audit trail. Look only where the work needs it.',
      name: 'Name',
      phone: 'Phone',
      filedBy: 'Filed by',
      description: 'In their words',
      location: 'Location',
      unknown: 'not given',
    },
    ask: {
      what: 'Question',
      to: 'Who is asked',
      state: 'State',
      states: { open: 'open', answered: 'answered', over: 'over' },
      askedAt: 'Asked',
      due: 'Until',
      answer: 'Answer',
      resident: 'the resident',
      kinds: {
        placement: 'Placement',
        acceptance: 'Taking on',
        'taking-up': 'Taking up',
        outcome: 'Outcome',
        application: 'Application',
        approval: 'Approval',
        appointment: 'Appointment',
        report: 'Report',
        settlement: 'Settlement',
        documents: 'Documents',
        'sign-off': 'Sign-off',
        confirmation: 'Confirmation',
        attention: 'Needs attention',
      },
      none: 'Nobody has been asked yet.',
    },
    answering: {
      open: 'Answer',
      title: (kind) => `Answer: ${kind}`,
      option: 'Answer',
      note: 'In words',
      noteHint: 'Those concerned are told. No ID numbers, no diagnoses.',
      yuan: 'Aid (yuan)',
      send: 'Send the answer',
      cancel: 'Cancel',
      sent: 'The answer is recorded.',
    },
    programme: {
      title: 'Stages of the programme',
      states: { done: 'done', open: 'under way', waiting: 'not begun' },
      refused: (by, reason) => `Refused by ${by}: ${reason}`,
    },
    petition: {
      title: 'Petition record',
      takeUpBy: 'To be taken up by',
      takenUpAt: 'Taken up',
      parties: 'Parties',
      sessions: 'Mediation',
      results: { agreed: 'agreed', 'not-agreed': 'not agreed', adjourned: 'adjourned' },
      settledAt: 'Settled',
      settlement: 'Settlement',
    },
  },
};
