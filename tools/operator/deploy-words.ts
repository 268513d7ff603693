import type { Language } from '../../domain/words/language.js';
import type { Settings } from '../../infra/settings.js';
import type { Kind, PlannedChange } from '../templates/planned-changes.js';

/** How many of a kind are named before the rest is counted. */
const NAMED = 6;

/** By what is done and to what: `adds functions`. What holds data comes first. */
function grouped(
  changes: readonly PlannedChange[],
): readonly (readonly [PlannedChange, readonly string[]])[] {
  const groups = new Map<string, readonly [PlannedChange, string[]]>();
  for (const change of changes.toSorted((a, b) => Number(b.holdsData) - Number(a.holdsData))) {
    const key = `${change.does} ${change.kind}`;
    const group = groups.get(key) ?? ([change, []] as const);
    groups.set(key, group);
    group[1].push(change.name);
  }
  return [...groups.values()];
}

const EN_KINDS: Readonly<Record<Kind, string>> = {
  tables: 'tables',
  keys: 'encryption keys',
  queues: 'queues',
  secrets: 'secrets',
  functions: 'functions',
  workflows: 'state machines',
  routes: 'routes',
  limits: 'limits at the door',
  doors: 'CloudFront',
  firewalls: 'firewalls',
  topics: 'topics',
  schedules: 'schedules',
  alarms: 'alarms',
  dashboards: 'dashboards',
  logs: 'logs',
  permissions: 'permissions',
  files: 'files of the pages',
  others: 'others',
};
const ZH_KINDS: Readonly<Record<Kind, string>> = {
  tables: '数据表',
  keys: '加密密钥',
  queues: '队列',
  secrets: '机密',
  functions: '函数',
  workflows: '状态机',
  routes: '接口路由',
  limits: '访问限额',
  doors: 'CloudFront',
  firewalls: '防火墙',
  topics: '主题',
  schedules: '定时任务',
  alarms: '告警',
  dashboards: '仪表板',
  logs: '日志',
  permissions: '权限',
  files: '网页文件',
  others: '其他',
};

const EN_DOES = {
  adds: 'adds',
  changes: 'changes',
  replaces: 'REPLACES',
  removes: 'removes',
  leaves: 'lets go of',
} as const;
const ZH_DOES = {
  adds: '新增',
  changes: '修改',
  replaces: '替换',
  removes: '删除',
  leaves: '移出堆栈（保留）',
} as const;

/** A stack of a region, in a state in which CloudFormation takes no update. */
interface Stuck {
  readonly stack: string;
  readonly region: string;
  readonly status: string;
}

const ofStack = (what: string, { stack, region }: Stuck): string =>
  `aws cloudformation ${what} --stack-name ${stack} --region ${region}`;
/** These were never there, or are half gone: CloudFormation can only delete them. */
const DELETED_ONLY: ReadonlySet<string> = new Set(['CREATE_FAILED', 'ROLLBACK_FAILED', 'DELETE_FAILED']);

const en = {
  usage: `npm run deploy -- --stage NAME [options]     deploys a stage as its settings say

It checks the settings, builds the functions, makes the templates and looks at them with the rules of AWS Solutions; compares them with what is
deployed; says what will be added and changed, and whether anything that holds data is touched; asks; and then deploys the data first and the app
after it. It refuses what would take something from executions in flight, or touch what is kept in a way that loses it.

  --stage NAME     which: what it is told stands in settings/NAME.json
  --dry-run        only says what would be done
  --yes            does not ask
  --at-once        no alarm is watched, and new definitions are not tried on one execution in ten first: where the deployment is to mend what
                   an alarm is raised for
  --app-alone      leaves the data as they are: to go back to the commit from before (docs/operations.md#roll-back)
  --table NAME     has functions work on another table than now: that of the settings, after a restore
  --force          deploys although executions in flight lose something that they call; they then ask for attention
  --lang LANG      zh-CN or en; default: that of the terminal
  --help           this text

Writes cdk.outputs.NAME.json, by which the other commands find everything. Exit code 1: not done, or not all of it.`,
  commit: ({ id, isChanged }: { readonly id: string; readonly isChanged: boolean }) =>
    `Commit ${id}${isChanged ? ', with changes that are in no commit' : ''}`,
  making: 'Building and checking, a minute or two ...',
  noBootstrap: (region: string, { stage, account = '<account>' }: Settings) =>
    `${region} is not prepared for the CDK. Once: npx cdk bootstrap aws://${account}/${region} -c stage=${stage}`,
  noTable: (table: string, stage: string) =>
    `There is no table ${table} that can be used, and a new, empty one would be made. Correct "table" in settings/${stage}.json.`,
  findings: (count: number) =>
    `The templates have ${count} ${count === 1 ? 'thing' : 'things'} to mend: npm run check:templates.`,
  otherAccount: (found: string, meant: string) =>
    `These credentials are of the account ${found}, and the settings name ${meant}.`,
  busy: (stack: string, status: string) =>
    `${stack} is being deployed already (${status}). Wait until that is over.`,
  stuck: (one: Stuck) => {
    const why = `${one.stack} could go neither on nor back (${one.status}). The reason: ${ofStack('describe-stack-events', one)}. Mend that`;
    if (one.status === 'UPDATE_ROLLBACK_FAILED')
      return `${why}, then ${ofStack('continue-update-rollback', one)}, and deploy again.`;
    return DELETED_ONLY.has(one.status)
      ? `${why}, then ${ofStack('delete-stack', one)}, and deploy again; of the data stack, import first what was kept (docs/operations.md#deploy).`
      : `${why}, and have CloudFormation's console finish or take back the update.`;
  },
  noAppYet: 'There is no app of this stage yet: deploy without --app-alone.',
  same: (stack: string) => `${stack}: nothing changes`,
  isNew: (stack: string) => `${stack}: is made`,
  changed: (stack: string) => `${stack}:`,
  changes: (changes: readonly PlannedChange[]) =>
    changes.length === 0
      ? ['only descriptions, outputs or tags change']
      : grouped(changes).map(([{ does, kind }, names]) => {
          const more = names.length - NAMED;
          return `${EN_DOES[does]} ${EN_KINDS[kind]} (${names.length}): ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
        }),
  counts: (changes: readonly PlannedChange[]) =>
    grouped(changes)
      .map(([{ kind }, names]) => `${EN_KINDS[kind]} (${names.length})`)
      .join(', '),
  data: (changes: readonly PlannedChange[]) =>
    changes.length === 0
      ? 'nothing that holds data is touched'
      : `TOUCHES WHAT HOLDS DATA: ${changes.map(({ name, does, properties }) => `${name} (${[EN_DOES[does], ...properties].join(' ')})`).join(', ')}`,
  otherTable: (now: string, next: string) =>
    `Functions work on ${now}, and would work on ${next} afterwards: they no longer find what was written to ${now} alone.`,
  nameTable: (next: string, stage: string) =>
    `Not deployed: where the other table is meant, say --table ${next}. Where it is not, settings/${stage}.json is behind: take it from where the table was changed.`,
  tableOfSettings: (named: string, next: string, stage: string) =>
    `Not deployed: --table ${named}, but by settings/${stage}.json functions would work on ${next}.`,
  tableFirst: (next: string, stage: string) =>
    `Not deployed: the app still works on small-grid-${stage}-records, which the data stack cannot let go of before. Deploy ${next} first: npm run setup -- --yes --stage ${stage} --own-table yes, then deploy; --own-table no is for the deployment after that.`,
  doorKeyFirst: (wanted: number, first: number, stage: string) =>
    `Not deployed: CloudFront would show key number ${wanted}, which the functions that are deployed do not take, and nobody would be let in for minutes. Deploy number ${first} first ("edge": { "doorKey": ${first} } in settings/${stage}.json), then count on from there.`,
  refusedData: 'Not deployed: the above would lose or leave behind what is kept.',
  refusedInFlight:
    'Not deployed: executions in flight need the above. Keep it for another release; or --force, and npm run redrive afterwards.',
  forced: 'Executions in flight lose the above, as --force says.',
  nothing: 'Nothing to deploy: everything is as it would be made.',
  dryRun: 'Nothing was deployed (--dry-run).',
  question: 'Deploy this? (yes/no) ',
  isYes: /^y(?:es)?$/i,
  nobodyAnswers: 'Not deployed: nobody answers here. Look at it with --dry-run, then say --yes.',
  notDone: 'Not deployed.',
  deploying: (stack: string) => `Deploying ${stack} ...`,
  watched: (minutes: number) =>
    `When all is there, CloudFormation watches the alarms for ${minutes} minutes, and takes it all back if one is raised.`,
  takenBack: (stack: string) =>
    `${stack} was not deployed: CloudFormation has taken it back, and it is as it was before. The reason stands above. What was deployed before it stays.`,
  notMade: (stack: string) =>
    `${stack} was not made, and leaves nothing behind. The reason stands above; mend it, and deploy again.`,
  stillGoesOn: (stack: string, status: string) =>
    `${stack}: the CDK has ended, but CloudFormation is still going on (${status}). Wait until that is over, then deploy again.`,
  unknown: (stack: string, status?: string) =>
    `${stack}: the CDK has ended with an error, and whether the stack was deployed is not known${status === undefined ? '' : ` (${status})`}. The reason stands above; deploy again, which compares it with what is there.`,
  done: 'Deployed. Left to do:',
  nameFirewall: (stage: string) =>
    `Name the firewall that was made: npm run setup -- --yes --stage ${stage} --web-acl <WebAclArn in cdk.outputs.${stage}.json>, then deploy again.`,
  always: (stage: string, today: string) => [
    `Look whether all is well: npm run doctor -- --stage ${stage}`,
    `Remember what was deployed: git tag deployed-${stage}-${today}. If it was wrong: npm run rollback -- --stage ${stage}`,
  ],
};

export const DEPLOY_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run deploy -- --stage 名称 [选项]     按设置部署一个环境

依次：核对设置，构建函数，生成模板并按 AWS Solutions 规则检查，与已部署的比较，说明将新增和修改什么、是否涉及存放数据的资源；
征得同意后先部署数据，再部署应用。会影响在办执行、或使已保存的数据丢失的，拒绝部署。

  --stage 名称     哪个环境：设置见 settings/名称.json
  --dry-run        只说明将做什么，不部署
  --yes            不询问
  --at-once        不观察告警，新的流程定义也不先试行一成；用于修复正在告警的问题
  --app-alone      不动数据堆栈；用于退回以前的提交（见 docs/operations.md#roll-back）
  --table 名称     让函数改用另一张数据表，即设置中的表；用于恢复数据之后
  --force          即使在办的执行会缺少所调用的内容也部署；这些执行随后会请人处理
  --lang 语言      zh-CN 或 en；默认按终端语言
  --help           显示本说明

部署后写入 cdk.outputs.名称.json，其他命令据此找到各项地址。退出码 1：没有部署，或没有全部完成。`,
    commit: ({ id, isChanged }) => `提交 ${id}${isChanged ? '，另有尚未提交的修改' : ''}`,
    making: '正在构建和检查，需一两分钟……',
    noBootstrap: (region, { stage, account = '<账号>' }) =>
      `${region} 还没有为 CDK 做准备。请执行一次：npx cdk bootstrap aws://${account}/${region} -c stage=${stage}`,
    noTable: (table, stage) =>
      `没有可用的数据表 ${table}，继续部署会新建一个空表。请更正 settings/${stage}.json 的 "table"。`,
    findings: (count) => `模板有 ${count} 处需要修正：npm run check:templates。`,
    otherAccount: (found, meant) => `当前凭证属于账号 ${found}，而设置中是 ${meant}。`,
    busy: (stack, status) => `${stack} 正在部署（${status}），请等它结束。`,
    stuck: (one) => {
      const why = `${one.stack} 既没有部署成功也没有退回（${one.status}）。原因见 ${ofStack('describe-stack-events', one)}。排除后`;
      if (one.status === 'UPDATE_ROLLBACK_FAILED')
        return `${why}执行 ${ofStack('continue-update-rollback', one)}，再重新部署。`;
      return DELETED_ONLY.has(one.status)
        ? `${why}执行 ${ofStack('delete-stack', one)}，再重新部署；数据堆栈须先导入保留下来的资源（见 docs/operations.md#deploy）。`
        : `${why}在 CloudFormation 控制台完成或撤销这次更新。`;
    },
    noAppYet: '这个环境还没有应用，请不加 --app-alone 部署。',
    same: (stack) => `${stack}：没有变化`,
    isNew: (stack) => `${stack}：新建`,
    changed: (stack) => `${stack}：`,
    changes: (changes) =>
      changes.length === 0
        ? ['只有说明、输出项或标签变化']
        : grouped(changes).map(([{ does, kind }, names]) => {
            const more = names.length - NAMED;
            return `${ZH_DOES[does]}${ZH_KINDS[kind]} ${names.length} 个：${names.slice(0, NAMED).join('、')}${more > 0 ? `，另有 ${more} 个` : ''}`;
          }),
    counts: (changes) =>
      grouped(changes)
        .map(([{ kind }, names]) => `${ZH_KINDS[kind]} ${names.length} 个`)
        .join('、'),
    data: (changes) =>
      changes.length === 0
        ? '不涉及存放数据的资源'
        : `注意，涉及存放数据的资源：${changes.map(({ name, does, properties }) => `${name}（${[ZH_DOES[does], ...properties].join(' ')}）`).join('、')}`,
    otherTable: (now, next) =>
      `函数现在使用 ${now}，部署后将改用 ${next}：只写入 ${now} 的内容，此后就查不到了。`,
    nameTable: (next, stage) =>
      `没有部署：确实要换表的，请加 --table ${next}；否则说明 settings/${stage}.json 不是最新的，请从换表的那一处取得最新文件。`,
    tableOfSettings: (named, next, stage) =>
      `没有部署：命令中是 --table ${named}，而按 settings/${stage}.json，函数将使用 ${next}。`,
    tableFirst: (next, stage) =>
      `没有部署：应用还在使用 small-grid-${stage}-records，数据堆栈还不能移出这张表。请先部署 ${next}：npm run setup -- --yes --stage ${stage} --own-table yes，然后部署；下一次部署再用 --own-table no。`,
    doorKeyFirst: (wanted, first, stage) =>
      `没有部署：CloudFront 将出示第 ${wanted} 个密钥，而已部署的函数不认，会有几分钟谁也进不来。请先部署第 ${first} 个（settings/${stage}.json 中写 "edge": { "doorKey": ${first} }），再依次更换。`,
    refusedData: '没有部署：以上各项会丢失或遗留已保存的数据。',
    refusedInFlight:
      '没有部署：在办的执行还需要以上各项。请再保留一个版本；或加 --force 部署，之后运行 npm run redrive。',
    forced: '按 --force 的要求，在办的执行将缺少以上各项。',
    nothing: '没有需要部署的内容，一切与将要部署的相同。',
    dryRun: '没有部署（--dry-run）。',
    question: '是否部署？（是/否）',
    isYes: /^(?:是|y|yes)$/i,
    nobodyAnswers: '没有部署：此处无人应答。请先用 --dry-run 查看，再加 --yes。',
    notDone: '没有部署。',
    deploying: (stack) => `正在部署 ${stack}……`,
    watched: (minutes) => `全部就绪后，CloudFormation 再观察告警 ${minutes} 分钟；有告警即全部退回。`,
    takenBack: (stack) =>
      `${stack} 没有部署成功，CloudFormation 已恢复到部署前的状态，原因见上。此前已部署的保持不变。`,
    notMade: (stack) => `${stack} 没有建成，没有留下任何内容，原因见上。排除后重新部署。`,
    stillGoesOn: (stack, status) =>
      `${stack}：CDK 已经退出，但 CloudFormation 还在进行（${status}）。请等它结束，再重新部署。`,
    unknown: (stack, status) =>
      `${stack}：CDK 出错退出，是否已经部署不能确定${status === undefined ? '' : `（${status}）`}，原因见上。请重新部署，届时会与现状比较。`,
    done: '部署完成。还要办的事：',
    nameFirewall: (stage) =>
      `把建好的防火墙写入设置：npm run setup -- --yes --stage ${stage} --web-acl <cdk.outputs.${stage}.json 中的 WebAclArn>，然后再部署一次。`,
    always: (stage, today) => [
      `检查是否一切正常：npm run doctor -- --stage ${stage}`,
      `记下部署的版本：git tag deployed-${stage}-${today}。如有问题：npm run rollback -- --stage ${stage}`,
    ],
  },
};
