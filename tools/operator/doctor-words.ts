import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS, deployLine } from './command-words.js';

export type Values = Readonly<Record<string, string | number>>;

/** What was found, and what to do about it where there is something to do. */
interface Finding {
  readonly said: (values: Values) => string;
  readonly fix?: string;
}

const english = {
  node: { said: ({ version }) => `Node ${version}` },
  'node-old': { said: ({ version }) => `Node ${version} is too old`, fix: 'install Node 20.19 or later' },
  address: { said: ({ address }) => `pages answer at ${address}` },
  'address-fails': {
    said: ({ address, status }) => `pages at ${address} answer ${status}`,
    fix: 'docs/operations.md#api-fails',
  },
  towns: { said: ({ towns }) => `towns: ${towns}` },
  'towns-none': {
    said: () => 'no town was imported',
    fix: 'npm run add-town -- towns/yourtown --stage <stage> --yes',
  },
  carriers: { said: ({ own }) => `carriers: ${own} of their own, each with its secret` },
  'carriers-secret': {
    said: ({ towns }) => `no secret was kept for the address of the carrier of ${towns}: their texts wait`,
    fix: 'npm run town -- carrier towns/yourtown --stage <stage> < file-with-the-secret',
  },
  calendar: { said: ({ year }) => `holidays of ${year} are known` },
  'calendar-old': {
    said: ({ year }) =>
      `holidays of ${year} are not known: days are counted without bridges and make-up days`,
    fix: 'npm install --save-exact chinese-days@latest, then deploy',
  },
  backups: { said: ({ minutes }) => `the table can be restored to any moment until ${minutes} minutes ago` },
  'backups-off': { said: () => 'the table cannot be restored', fix: 'docs/operations.md#backup-missing' },
  'backups-old': {
    said: ({ minutes }) => `the latest moment that can be restored is ${minutes} minutes ago`,
    fix: 'docs/operations.md#backup-missing',
  },
  'spend-unused': { said: () => 'no town texts by AWS' },
  spend: { said: ({ limit }) => `texts by AWS: up to ${limit} USD a month` },
  'spend-small': {
    said: ({ limit }) => `texts by AWS end at ${limit} USD a month, after some twenty`,
    fix: 'ask AWS to raise the monthly SMS spend limit; it takes a day or two',
  },
  sandbox: {
    said: () => 'the account is in the SMS sandbox: only confirmed numbers are texted',
    fix: 'ask AWS, in End User Messaging, to move the account out of the sandbox',
  },
  'sandbox-left': { said: () => 'the account is out of the SMS sandbox' },
  waiting: {
    said: ({ texts, requests }) => `${texts} texts wait for their carrier, ${requests} requests to be begun`,
    fix: 'docs/operations.md#texts-wait, #requests-wait',
  },
  'waiting-none': { said: () => 'nothing waits for a neighbour' },
  stuck: {
    said: ({ deadLetters, executions, attention }) =>
      `${deadLetters} dead letters, ${executions} executions that ended, ${attention} that need attention`,
    fix: 'mend the cause, then npm run redrive -- --stage <stage>',
  },
  'stuck-none': { said: () => 'nothing is stuck' },
  machines: { said: ({ count }) => `${count} state machines are there` },
  'machines-none': {
    said: () => 'no state machine is there',
    fix: deployLine('<stage>'),
  },
  versions: { said: ({ count }) => `${count} functions and state machines are at their newest versions` },
  'versions-behind': {
    said: ({ names }) => `not at the newest version: ${names}`,
    fix: 'they were set back: deploy the mended release, then npm run rollback -- --forward --stage <stage>',
  },
  'versions-none': {
    said: ({ names }) => `reached by no alias: ${names}`,
    fix: deployLine('<stage>'),
  },
  certificate: { said: ({ days }) => `the certificate holds for ${days} days` },
  'certificate-ends': {
    said: ({ days }) => `the certificate ends in ${days} days`,
    fix: 'renew it in ACM (or its validation record in DNS)',
  },
  'certificate-plain': { said: ({ address }) => `certificate: ${address} has none` },
  concurrency: { said: ({ limit }) => `${limit} calls of functions at the same time in this account` },
  'concurrency-small': {
    said: ({ limit }) =>
      `only ${limit} calls of functions at the same time in this account: pages fail when a few dozen people come`,
    fix: 'ask AWS for 1,000: Service Quotas, AWS Lambda, Concurrent executions',
  },
  transitions: { said: ({ limit }) => `${limit} transitions of state machines a second` },
  'transitions-few': {
    said: ({ limit }) =>
      `only ${limit} transitions of state machines a second: in a storm requests wait to be begun`,
    fix: 'ask AWS for more: Service Quotas, AWS Step Functions, StateTransition throttle',
  },
  'transitions-unknown': {
    said: () => 'transitions of state machines: Service Quotas lists no limit; look in the AWS console',
  },
  drift: {
    said: ({ stacks }) => `changed by hand since it was deployed, resources: ${stacks}`,
    fix: 'see what: CloudFormation, the stack, Stack actions, View drift results. Take it back by hand, or into the code',
  },
  'drift-none': { said: () => 'the stacks are as they were deployed' },
  elsewhere: { said: ({ check }) => `${check}: a local cloud has nothing of the kind` },
  failed: {
    said: ({ check, error }) => `${check}: could not look, ${error} (credentials, region, network?)`,
  },
} satisfies Readonly<Record<string, Finding>>;

export type FindingName = keyof typeof english;

/** Checks by name, as far as they ask others and may get no answer. */
const CHINESE_CHECKS: Readonly<Record<string, string>> = {
  address: '网页地址',
  towns: '镇的数据',
  carriers: '短信通道密钥',
  backups: '备份',
  spend: '短信月度限额',
  sandbox: '短信沙盒',
  waiting: '积压',
  stuck: '卡住的事项',
  machines: '状态机',
  versions: '版本',
  certificate: '证书',
  concurrency: '函数并发额度',
  transitions: '状态机转换额度',
  drift: '堆栈偏移',
};

const chinese: Readonly<Record<FindingName, Finding>> = {
  node: { said: ({ version }) => `Node ${version}` },
  'node-old': { said: ({ version }) => `Node ${version} 版本过低`, fix: '安装 Node 20.19 或更高版本' },
  address: { said: ({ address }) => `网页可访问：${address}` },
  'address-fails': {
    said: ({ address, status }) => `网页出错：${address} 返回 ${status}`,
    fix: '见 docs/operations.md#api-fails',
  },
  towns: { said: ({ towns }) => `已导入的镇：${towns}` },
  'towns-none': {
    said: () => '尚未导入任何镇',
    fix: 'npm run add-town -- towns/本镇 --stage <stage> --yes',
  },
  carriers: { said: ({ own }) => `自有短信通道 ${own} 条，密钥齐全` },
  'carriers-secret': {
    said: ({ towns }) => `${towns} 的短信通道没有保存密钥，短信发不出去`,
    fix: 'npm run town -- carrier towns/本镇 --stage <stage> < 密钥文件',
  },
  calendar: { said: ({ year }) => `${year}年放假安排已收录` },
  'calendar-old': {
    said: ({ year }) => `${year}年放假安排未收录，工作日未计调休`,
    fix: 'npm install --save-exact chinese-days@latest 后重新部署',
  },
  backups: { said: ({ minutes }) => `数据表可恢复到 ${minutes} 分钟前的任一时刻` },
  'backups-off': { said: () => '数据表没有备份，无法恢复', fix: '见 docs/operations.md#backup-missing' },
  'backups-old': {
    said: ({ minutes }) => `最近可恢复的时刻是 ${minutes} 分钟前`,
    fix: '见 docs/operations.md#backup-missing',
  },
  'spend-unused': { said: () => '没有镇通过 AWS 发短信' },
  spend: { said: ({ limit }) => `AWS 短信月度限额 ${limit} 美元` },
  'spend-small': {
    said: ({ limit }) => `AWS 短信月度限额只有 ${limit} 美元，约二十条就用完`,
    fix: '向 AWS 申请提高短信月度限额（需一两天）',
  },
  sandbox: {
    said: () => '账户仍在短信沙盒中，只能发给逐个验证过的号码',
    fix: '在 AWS End User Messaging 中申请移出沙盒',
  },
  'sandbox-left': { said: () => '账户已移出短信沙盒' },
  waiting: {
    said: ({ texts, requests }) => `${texts} 条短信等待短信通道接收，${requests} 件诉求等待开始办理`,
    fix: '见 docs/operations.md#texts-wait、#requests-wait',
  },
  'waiting-none': { said: () => '没有积压' },
  stuck: {
    said: ({ deadLetters, executions, attention }) =>
      `死信 ${deadLetters} 条，中断的执行 ${executions} 个，等待处理 ${attention} 件`,
    fix: '排除原因后运行 npm run redrive -- --stage <stage>',
  },
  'stuck-none': { said: () => '没有卡住的事项' },
  machines: { said: ({ count }) => `状态机 ${count} 个，均在` },
  'machines-none': {
    said: () => '找不到状态机',
    fix: deployLine('<stage>'),
  },
  versions: { said: ({ count }) => `函数和状态机共 ${count} 个，均为最新版本` },
  'versions-behind': {
    said: ({ names }) => `没有使用最新版本：${names}`,
    fix: '曾经退回过：部署修复后的版本，再运行 npm run rollback -- --forward --stage <stage>',
  },
  'versions-none': {
    said: ({ names }) => `没有别名，无法调用：${names}`,
    fix: deployLine('<stage>'),
  },
  certificate: { said: ({ days }) => `证书还有 ${days} 天到期` },
  'certificate-ends': {
    said: ({ days }) => `证书 ${days} 天后到期`,
    fix: '在 ACM 续期（或检查 DNS 验证记录）',
  },
  'certificate-plain': { said: ({ address }) => `证书：${address} 没有证书` },
  concurrency: { said: ({ limit }) => `本账户函数可同时运行 ${limit} 次` },
  'concurrency-small': {
    said: ({ limit }) => `本账户函数只能同时运行 ${limit} 次，几十人同时访问网页就会出错`,
    fix: '在 Service Quotas 的 AWS Lambda 中申请把 Concurrent executions 提高到 1,000',
  },
  transitions: { said: ({ limit }) => `状态机每秒可转换 ${limit} 次` },
  'transitions-few': {
    said: ({ limit }) => `状态机每秒只能转换 ${limit} 次，高峰时诉求要等待开始办理`,
    fix: '在 Service Quotas 的 AWS Step Functions 中申请提高 StateTransition throttle',
  },
  'transitions-unknown': { said: () => '状态机转换次数：Service Quotas 没有列出限额，请在 AWS 控制台查看' },
  drift: {
    said: ({ stacks }) => `部署后被人手动改过的资源：${stacks}`,
    fix: '在 CloudFormation 的“堆栈操作、查看偏移结果”中查看，改回去，或写进代码',
  },
  'drift-none': { said: () => '堆栈与部署时一致' },
  elsewhere: { said: ({ check = '' }) => `${CHINESE_CHECKS[check] ?? check}：本机云没有这一项` },
  failed: {
    said: ({ check = '', error }) =>
      `${CHINESE_CHECKS[check] ?? check}：无法检查，${error}（凭证、区域或网络？）`,
  },
};

const en = {
  usage: `npm run doctor -- [options]     looks at a deployment from outside, and says what to fix; it changes nothing

${COMMAND_WORDS.en.options}

Exit code 1: something is to be fixed.`,
  findings: english as Readonly<Record<FindingName, Finding>>,
  marks: { well: 'good', wrong: 'FIX ', 'not looked at': '?   ' },
  fix: (what: string) => `       ${what}`,
  sum: (wrong: number, unseen: number) => `${wrong} to fix, ${unseen} not looked at.`,
};

export const DOCTOR_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run doctor -- [选项]     从外部检查一个部署，说明需要修复什么；不作任何改动

${COMMAND_WORDS['zh-CN'].options}

退出码 1：有需要修复的问题。`,
    findings: chinese,
    marks: { well: '正常', wrong: '需修', 'not looked at': '未查' },
    fix: (what) => `     ${what}`,
    sum: (wrong, unseen) => `需修复 ${wrong} 项，未能检查 ${unseen} 项。`,
  },
};
