import type { Language } from '../../domain/words/language.js';

const en = {
  usage: `npm run capacity -- [options]     what an area costs a year, what breaks first in it, and how many towns one account carries

Computed from what one same-day request is metered to take, and from AWS's default quotas and list prices (docs/capacity.md). Nothing is looked
up or measured. Without options: a province of 1,800 towns.

  --towns N        towns that share one deployment (default 1800)
  --people N       of all of them together (default 55,556 a town)
  --requests N     of a person in a year (default 0.1667)
  --storm N        how many times its busy hour an account is to stand (default 10)
  --markdown       the tables as they stand in docs/capacity.md
  --lang LANG      en or zh-CN (default: the terminal's)
  -h, --help       this`,
  badNumber: (option: string) => `--${option} takes a number above zero.`,
  area: ({
    towns,
    people,
    requests,
    busy,
  }: Readonly<Record<'towns' | 'people' | 'requests' | 'busy', string>>) =>
    `${towns} ${towns === '1' ? 'town' : 'towns'}, ${people} people, ${requests} requests a year, ${busy} in a busy hour`,
  limitColumns: ['what breaks', 'most', 'breaks at requests an hour', 'times the usual', 'of', 'raised by'],
  costColumns: ['what costs', 'US dollars a year'],
  of: { town: 'each town', deployment: 'all together' },
  units: { 'a second': 'a second', 'at once': 'at once' },
  raisedBy: { quota: 'a quota', setting: 'a setting of ours', nothing: 'nothing' },
  limits: {
    'sms-rate': 'texts that AWS sends',
    'inbound-texts': 'incoming texts that are read',
    'api-throttle': 'reports that our API lets in',
    'api-account': 'calls of API Gateway',
    'open-executions': 'open executions',
    transitions: 'state transitions',
    callbacks: 'tasks that go on by an answer',
    starts: 'executions started',
    lambda: 'functions running',
    'table-writes': 'write units of the table',
    'table-reads': 'read units of the table',
    'board-writes': 'writes of a town’s list of texts',
    'town-reads': 'reads of a town’s version',
  },
  costs: {
    workflow: 'state transitions',
    functions: 'functions',
    table: 'reads and writes',
    storage: 'storage and backup',
    doors: 'API, queues, logs',
    schedules: 'schedules and rounds',
    texts: 'texts',
  },
  total: 'in all',
  totalWithoutTexts: 'without texts',
  times: (times: string) => `${times} times`,
  cell: ({ storm, towns, own }: Readonly<Record<'storm' | 'towns' | 'own', string>>) =>
    `For ${storm} times the usual, with no quota raised: ${towns} towns to an account, ${own} where a carrier of their own sends the texts.`,
  dated: (month: string) => `Quotas and prices of ${month}; check them before relying on them.`,
};

const chinese: typeof en = {
  usage: `npm run capacity -- [选项]     一个地区一年的费用、最先到顶的环节、一个账户能承载多少个镇

按一件当日办结诉求的实测用量，以及 AWS 的默认配额和目录价计算（见 docs/capacity.md），不联网、不实测。
不带选项时按一个省 1800 个镇计算。

  --towns N        共用一套部署的镇数（默认 1800）
  --people N       这些镇的总人口（默认每镇 55,556 人）
  --requests N     每人每年的诉求件数（默认 0.1667）
  --storm N        一个账户要承受忙时的多少倍（默认 10）
  --markdown       按 docs/capacity.md 中的格式输出表格
  --lang LANG      en 或 zh-CN（默认随终端）
  -h, --help       显示本说明`,
  badNumber: (option) => `--${option} 须为大于零的数。`,
  area: ({ towns, people, requests, busy }) =>
    `${towns} 个镇，人口 ${people}，每年诉求 ${requests} 件，忙时每小时 ${busy} 件`,
  limitColumns: ['到顶的环节', '上限', '每小时诉求达到多少件时到顶', '是平时的', '范围', '如何提高'],
  costColumns: ['费用项', '美元/年'],
  of: { town: '单个镇', deployment: '全部镇合计' },
  units: { 'a second': '每秒', 'at once': '同时' },
  raisedBy: { quota: '申请提高配额', setting: '改本系统设置', nothing: '不能提高' },
  limits: {
    'sms-rate': 'AWS 发短信',
    'inbound-texts': '处理收到的短信',
    'api-throttle': '本系统 API 放行的上报',
    'api-account': 'API Gateway 的请求',
    'open-executions': '未结束的流程',
    transitions: '状态转换',
    callbacks: '答复后继续的任务',
    starts: '启动流程',
    lambda: '运行中的函数',
    'table-writes': '数据表写入单位',
    'table-reads': '数据表读取单位',
    'board-writes': '单个镇短信清单的写入',
    'town-reads': '单个镇版本信息的读取',
  },
  costs: {
    workflow: '状态转换',
    functions: '函数',
    table: '数据表读写',
    storage: '存储和备份',
    doors: 'API、队列、日志',
    schedules: '定时工作和例行工作',
    texts: '短信',
  },
  total: '合计',
  totalWithoutTexts: '不含短信',
  times: (times) => `${times} 倍`,
  cell: ({ storm, towns, own }) =>
    `要承受平时的 ${storm} 倍、不提高任何配额：一个账户 ${towns} 个镇；短信由各镇自己的通道发送时 ${own} 个镇。`,
  dated: (month) => `配额和价格为 ${month} 的数据，使用前请核对。`,
};

export const CAPACITY_WORDS: Readonly<Record<Language, typeof en>> = { en, 'zh-CN': chinese };
