import type { Language } from '../../domain/words/language.js';

/** What `npm run replay` says. */
export type ReplayWords = typeof en;

const en = {
  language: 'en' as Language,
  help: `npm run replay -- --from DATE --to DATE --set PATH=VALUE [options]

Runs recorded cases again through changed town data, and says how many would have been overdue, and how often silence
would have climbed, before and after. Nothing is changed anywhere. docs/policy-replay.md says what it assumes.

  --from, --to DATE   cases that came in from the first to the last of these days
  --set PATH=VALUE    a value of settings.yaml, or of programmes, categories, departments by id; may be given several times:
                        --set paths.coordinated.settleWithin.workingDays=3
                        --set 'ladder=[post-a, post-b, {department: duty-desk}]'
                        --set programmes.cataract-surgery.stages.approvals.steps.red-cross-approval.within.workingDays=2
  --town ID           which town (default: the one that was imported first; with --month, sanhehu)

where the cases are:
  --data DIR          the data folder of a town that npm start ran and that is stopped (default .local)
  --endpoint URL      a running one, by its AWS endpoint, such as http://127.0.0.1:4566
  --stage NAME        a deployment on AWS, with the credentials of your terminal
  --month SEED        a month of invented cases is lived first, from --from (default 2026-08-01) to --to (31 days);
                      --requests N says how many (default 300)

  --json              prints the report as JSON
  --svg FILE          draws the chart into a file
  --lang zh-CN|en     the language of this output
  --help              this text

Exit codes: 0 done, 1 the cases could not be read, 2 called wrongly.`,
  badOption: (what: string) => `Cannot be used: ${what}\nnpm run replay -- --help lists the options.`,
  needsPeriod: '--from and --to are needed: the first and the last day, like 2026-10-01',
  backwards: '--to comes before --from',
  noTown: (folder: string) => `${folder} holds no town. Run npm start first, or try --month 1.`,
  inUse: (why: string) => `${why}. A running town is read by --endpoint http://127.0.0.1:4566`,
  unreadable: (why: string) => `The cases could not be read: ${why}`,
  living: (requests: number, from: string, to: string, seed: number) =>
    `Living ${requests} invented requests from ${from} to ${to}, seed ${seed}: some minutes ...`,
  day: (date: string, brought: number, texts: number) => `${date}  ${brought} brought in, ${texts} texts`,
  comparing: (cases: number) => `Running ${cases} cases again, before and after ...`,
  title: (town: string, from: string, to: string, cases: number) =>
    `${town}: ${cases} cases of ${from} to ${to}, before and after`,
  changed: 'Changed',
  faithful: (cases: number, of: number) =>
    `Under today's rules ${cases} of ${of} cases go exactly as they were recorded.`,
  leftOut: (ids: string) => `Left out, since one of the two sets of data cannot run them: ${ids}`,
  noCases: 'No case came in during these days.',
  overdue: 'Overdue',
  escalations: 'Escalations',
  red: 'Red cards',
  cases: 'cases',
  before: 'before',
  after: 'after',
  byPath: 'By path',
  byGrid: 'By grid',
  total: 'total',
  quietGrids: (count: number) => `${count} more grids with cases, none of them overdue or escalated`,
  causes: (before: number, after: number) =>
    `What came again at one place, with the day on which its cause would have been looked for, and how often: ${before} before, ${after} after`,
  drawn: (file: string) => `The chart is in ${file}`,
};

export const REPLAY_WORDS: Readonly<Record<Language, ReplayWords>> = {
  en,
  'zh-CN': {
    language: 'zh-CN',
    help: `npm run replay -- --from 日期 --to 日期 --set 路径=值 [选项]

用改动后的镇数据把已办的诉求重放一遍，对比改动前后的逾期件数和升级次数。不改动任何数据。假定见 docs/policy-replay.md。

  --from、--to 日期   这些天内收到的诉求（含首尾两天）
  --set 路径=值       settings.yaml 中的一个值，或按编号指明的 programmes、categories、departments；可重复使用：
                        --set paths.coordinated.settleWithin.workingDays=3
                        --set 'ladder=[post-a, post-b, {department: duty-desk}]'
                        --set programmes.cataract-surgery.stages.approvals.steps.red-cross-approval.within.workingDays=2
  --town 编号         哪个镇（默认最先导入的镇；用 --month 时为 sanhehu）

诉求从哪里来：
  --data 目录         npm start 的数据目录，须已停止运行（默认 .local）
  --endpoint 地址     正在运行的镇的 AWS 接口，如 http://127.0.0.1:4566
  --stage 名称        AWS 上的一个环境，用当前终端的凭证
  --month 种子        先模拟一段虚构的诉求：自 --from（默认 2026-08-01）至 --to（默认 31 天）；
                      --requests N 为件数（默认 300）

  --json              以 JSON 输出
  --svg 文件          把图表写入文件
  --lang zh-CN|en     输出语言
  --help              显示本说明

退出码：0 完成，1 读不到诉求，2 用法有误。`,
    badOption: (what) => `无法使用：${what}\nnpm run replay -- --help 列出所有选项。`,
    needsPeriod: '须给出 --from 和 --to：首日和末日，如 2026-10-01',
    backwards: '--to 早于 --from',
    noTown: (folder) => `${folder} 中没有镇的数据。请先运行 npm start，或试用 --month 1。`,
    inUse: (why) => `${why}。正在运行的镇请用 --endpoint http://127.0.0.1:4566`,
    unreadable: (why) => `读不到诉求：${why}`,
    living: (requests, from, to, seed) =>
      `正在模拟${from}至${to}的${requests}件虚构诉求，种子${seed}，需要几分钟……`,
    day: (date, brought, texts) => `${date}  已来${brought}件，短信${texts}条`,
    comparing: (cases) => `正在按改动前后重放${cases}件……`,
    title: (town, from, to, cases) => `${town}：${from}至${to}共${cases}件，改动前后对比`,
    changed: '改动',
    faithful: (cases, of) => `按现行规则重放，${of}件中有${cases}件与记录完全一致。`,
    leftOut: (ids) => `以下诉求因其中一套数据无法办理而未计入：${ids}`,
    noCases: '这些天没有收到诉求。',
    overdue: '逾期件数',
    escalations: '升级次数',
    red: '红牌',
    cases: '件数',
    before: '改动前',
    after: '改动后',
    byPath: '按办理方式',
    byGrid: '按网格',
    total: '合计',
    quietGrids: (count) => `另有${count}个网格无逾期、无升级`,
    causes: (before, after) =>
      `同一地点反复发生、应查找原因的：改前${before}处，改后${after}处（地点、应立项日期、次数）`,
    drawn: (file) => `图表已写入 ${file}`,
  },
};
