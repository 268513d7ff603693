import type { Language } from '../../domain/words/language.js';
import { isInChina, OF_CLOUDFRONT } from '../../infra/settings.js';
import { deployLine } from '../operator/command-words.js';
import { type Draft, hasEdge, type Member } from './draft.js';
import type { ToDo } from './left-to-do.js';

/** What the set-up says, in one language. */
export type SetupWords = typeof en;

const regionOf = ({ region = '' }: Draft): string => region || '?';
/** Where the certificate must be. */
const placeOf = (draft: Draft): string => (hasEdge(draft) === true ? OF_CLOUDFRONT : regionOf(draft));
const isChina = ({ region = '' }: Draft): boolean => isInChina(region);

const en = {
  usage: `npm run setup -- --stage NAME [options]     asks what a deployment must know, checks it, and writes settings/NAME.json

What an option says is not asked. Nothing is deployed, and no network is needed. Nothing that is asked is secret.

  --stage NAME         dev, prod, cn ...: at most 12 small letters and digits
  --region R           eu-west-1, cn-north-1 ...
  --account N          the twelve digits of the AWS account
  --processor P        arm64 or x86_64
  --cloudfront Y       whether CloudFront and a firewall stand before the API: yes or no; not in China
  --web-acl ARN        that firewall, where the region is another than us-east-1
  --domain NAME        the host name of the town's pages; in China one is needed
  --certificate ARN    its certificate in ACM, of the same region; with CloudFront of us-east-1
  --carrier C          who carries texts: aws, or http (each town's own carrier)
  --issuer URL         the OpenID Connect issuer for the console; without one there is no console
  --client ID          the console's client id there
  --origins "URL ..."  further origins of the issuer
  --console-links Y    whether the console links to AWS's own pages: yes or no
  --alarm-mail ADDRESS where alarms go
  --budget N           what a month may cost before somebody is told
  --currency C         USD or CNY
  --text-limit N       the account's monthly limit for texts by AWS, in USD
  --table NAME         a table to use in place of the stack's own, after a restore
  --own-table Y        whether the data stack keeps its own beside that: no, once it is to be deleted
  --yes                asks nothing: what is not said stays as it was in the file, or as is usual
  --check              only checks the file, and says what is left to do
  --lang zh-CN|en      language of what is said; without it LC_ALL or LANG
  -h, --help           this text`,
  badOption: (what: string) => `Cannot be used: ${what}. npm run setup -- --help lists the options.`,
  begin: (file: string) =>
    `This writes ${file}. Enter takes what stands in brackets; "-" leaves a question empty.`,
  sample: 'What stands there is sample data and is not offered.',
  questions: {
    stage: 'Which stage (dev, prod, cn ...)?',
    region: 'In which region of AWS?',
    account: 'In which account (twelve digits)? Empty: whichever the credentials are of.',
    processor: 'On which processor (arm64 costs a fifth less; x86_64)?',
    edge: 'Do CloudFront and a firewall stand before the API (yes, no)? They refuse who calls without end; some 8 USD a month.',
    'edge.webAcl':
      'The ARN of the firewall, the output WebAclArn of the stack SmallGridFirewall in us-east-1? Empty: none yet.',
    'domain.name': 'At which host name are the pages (grid.example.org)? Empty: at an address of AWS.',
    'domain.certificate': 'The ARN of its certificate in ACM?',
    carrier: 'Who carries texts: aws, or http (each town its own carrier)?',
    'signIn.issuer': 'Who signs people in to the console (https://...)? Empty: no console.',
    'signIn.client': 'As which client is the console known there?',
    'signIn.origins': 'Further origins of the issuer, where its token endpoint is elsewhere (Cognito)?',
    awsConsoleLinks: "Does the console link to AWS's own pages (yes, no)?",
    'alarms.mail': 'Which mail address is told of alarms?',
    'budget.monthly': 'How much may a month cost before that address is told? Empty: no budget.',
    'budget.currency': 'In which currency (USD, CNY)?',
    textSpendLimit:
      'What is the account’s monthly limit for texts by AWS, in USD? An alarm is raised at four fifths of it. Empty: no alarm.',
    table: 'Another table in place of the stack’s own? Only after a restore.',
    ownTable:
      'Does the data stack keep its own table (yes, no)? No, once that is used no more and is to be deleted.',
  } satisfies Record<Member | 'stage', string>,
  wrong: {
    stage: (): string => 'at most 12 small letters and digits, a letter first',
    region: (): string => 'a region, as eu-west-1 or cn-north-1',
    account: (): string => 'twelve digits',
    processor: (): string => 'arm64 or x86_64',
    edge: (): string => 'yes or no',
    'edge.webAcl': (): string => 'the ARN of a web ACL: arn:aws:wafv2:us-east-1:...:global/webacl/...',
    'domain.name': (draft: Draft): string =>
      isChina(draft)
        ? `a host name; ${regionOf(draft)} serves nobody without a domain that has an ICP filing`
        : 'a host name, as grid.example.org',
    'domain.certificate': (draft: Draft): string =>
      `the ARN of a certificate of ACM in ${placeOf(draft)}${draft.account ? ` and of the account ${draft.account}` : ''}: arn:${isChina(draft) ? 'aws-cn' : 'aws'}:acm:${placeOf(draft)}:...`,
    carrier: (draft: Draft): string =>
      isChina(draft) ? `http: AWS carries no texts in ${regionOf(draft)}` : 'aws or http',
    'signIn.issuer': (draft: Draft): string =>
      isChina(draft)
        ? 'an address that begins with https://, and not Cognito, which China does not have'
        : 'an address that begins with https://',
    'signIn.client': (): string => 'at most 200 characters',
    'signIn.origins': (): string => 'addresses that begin with https://, separated by spaces',
    awsConsoleLinks: (): string => 'yes or no',
    'alarms.mail': (): string => 'a mail address',
    'budget.monthly': (): string => 'a number above 0',
    'budget.currency': (draft: Draft): string => (isChina(draft) ? 'CNY: bills of China are' : 'USD or CNY'),
    textSpendLimit: (): string => 'a number above 0',
    table: (): string => 'the name of a table',
    ownTable: (): string => 'yes or no',
  } satisfies Record<Member | 'stage', (draft: Draft) => string>,
  mustBe: (value: string | undefined, what: string) =>
    `${value === undefined ? 'Needed' : `"${value}" will not do`}: ${what}.`,
  written: (file: string) => `${file} is written.`,
  unchanged: (file: string) => `${file} is as it was.`,
  correct: (file: string) => `${file} is correct.`,
  onlySample: (file: string) =>
    `${file} is a sample: nothing in it is real, and nothing can be deployed with it. npm run setup without --check writes your own.`,
  broken: (problem: string) =>
    `The file cannot be used as it is; what can be read in it is offered.\n${problem}`,
  keptAs: (file: string) => `What stood there before is kept as ${file}.`,
  nothingWritten: 'Nothing was written.',
  notChecked:
    'Not checked, for it takes a network: the credentials, whether the certificate is issued, whether the issuer answers and gives the claims, whether mail arrives.',
  left: 'Left to do by hand:',
  toDo: (one: ToDo): string => {
    switch (one.do) {
      case 'icp':
        return `File ${one.domain} for ICP with the region's operator (some three weeks), and for public security within 30 days of opening.`;
      case 'certificate':
        return `Have ACM in ${one.region} issue the certificate of ${one.domain}: enter the DNS record that it asks for, and wait for "Issued".`;
      case 'credentials':
        return `Sign in to AWS for ${one.account ?? 'the account'} in ${one.region} (aws sts get-caller-identity shows as whom).`;
      case 'bootstrap':
        return `Once per account and region: npx cdk bootstrap${one.account ? ` aws://${one.account}/${one.region}` : ''} -c stage=${one.stage}`;
      case 'firewall':
        return `Also once, for the firewall: npx cdk bootstrap aws://<account>/us-east-1 -c stage=${one.stage}`;
      case 'deploy':
        return deployLine(one.stage);
      case 'dns':
        return `In the DNS of ${one.domain}: a CNAME to the output DomainTarget.`;
      case 'issuer':
        return `At ${one.issuer}: register ${one.address}/console/signed-in to return to, and put the claims town and roles into access tokens (docs/console.md).`;
      case 'no console':
        return 'There is no console. To have one, name an issuer and deploy again.';
      case 'sandbox':
        return 'In AWS End User Messaging: ask for leaving the SMS sandbox, and for a monthly spend limit that fits the town.';
      case 'number':
        return 'Buy a number that can receive, enter it as sms.number in the town’s settings.yaml, and send its two-way messages to the topic InboundSmsTopicArn.';
      case 'templates':
        return 'Register sender and templates where the country asks for it.';
      case 'http carrier':
        return 'In each town’s settings.yaml: its carrier (sms.carrier). After the import keep its secret and make its path (docs/operations.md, "A carrier of the town’s own").';
      case 'town':
        return `Add the town: npm run add-town -- towns/yourtown --stage ${one.stage} --yes`;
      case 'mail':
        return `Confirm the mail that AWS sends to ${one.mail}; until then no alarm arrives.`;
      case 'no alarms':
        return 'Nobody is told of alarms: name a mail address.';
    }
  },
};

const zh: SetupWords = {
  usage: `npm run setup -- --stage 名称 [选项]     逐项询问部署所需的设置，核对后写入 settings/名称.json

已用选项给出的不再询问。不会部署任何内容，也不需要联网。所问的内容都不涉密。

  --stage 名称         dev、prod、cn 等，不超过12个小写字母和数字
  --region 区域        eu-west-1、cn-north-1 等
  --account 账号       12位数字的 AWS 账号
  --processor P        arm64 或 x86_64
  --cloudfront Y       API 前是否使用 CloudFront 和防火墙：yes 或 no；中国区域不可用
  --web-acl ARN        该防火墙（区域不是 us-east-1 时）
  --domain 域名        网页的域名；中国区域必填
  --certificate ARN    该域名在 ACM 中的证书，须在同一区域；使用 CloudFront 时须在 us-east-1
  --carrier C          短信由谁发送：aws，或 http（各镇自己的短信通道）
  --issuer 网址        管理平台的 OpenID Connect 登录服务；不填则不部署管理平台
  --client ID          管理平台在该登录服务中的客户端 ID
  --origins "网址 …"   登录服务的其他网址（源）
  --console-links Y    管理平台是否链接到 AWS 控制台：yes 或 no
  --alarm-mail 邮箱    接收告警的邮箱
  --budget N           每月费用超过多少时提醒
  --currency C         USD 或 CNY
  --text-limit N       AWS 账号的每月短信限额（美元）
  --table 表名         代替堆栈自身数据表的另一张表（恢复数据之后）
  --own-table Y        数据堆栈是否同时保留自身的数据表：准备删除该表时填 no
  --yes                不提问：未给出的沿用文件中的值，或取常用值
  --check              只核对文件，并列出还要办的事
  --lang zh-CN|en      提示语言；不填则按 LC_ALL 或 LANG
  -h, --help           显示本说明`,
  badOption: (what) => `选项有误：${what}。npm run setup -- --help 列出所有选项。`,
  begin: (file) => `将写入 ${file}。按回车采用方括号中的值；输入“-”表示留空。`,
  sample: '文件中原有的是示例数据，不作为默认值。',
  questions: {
    stage: '哪个环境（dev、prod、cn 等）？',
    region: '部署在 AWS 的哪个区域？',
    account: '部署在哪个账号（12位数字）？留空：以登录凭证所属账号为准。',
    processor: '使用哪种处理器（arm64 便宜约两成；x86_64）？',
    edge: 'API 前是否使用 CloudFront 和防火墙（yes、no）？可以拒绝不停访问的来源，每月约8美元。',
    'edge.webAcl': '防火墙的 ARN（us-east-1 中 SmallGridFirewall 堆栈的输出项 WebAclArn）？留空：暂无。',
    'domain.name': '网页使用哪个域名（如 wangge.example.cn）？留空：使用 AWS 提供的地址。',
    'domain.certificate': '该域名在 ACM 中的证书 ARN？',
    carrier: '短信由谁发送：aws，或 http（各镇自己的短信通道）？',
    'signIn.issuer': '管理平台由哪个登录服务验证身份（https://…）？留空：不部署管理平台。',
    'signIn.client': '管理平台在登录服务中的客户端 ID？',
    'signIn.origins': '登录服务的其他网址（源）（令牌接口在别处时填写，如 Cognito）？',
    awsConsoleLinks: '管理平台是否链接到 AWS 控制台（yes、no）？',
    'alarms.mail': '告警发到哪个邮箱？',
    'budget.monthly': '每月费用超过多少时提醒该邮箱？留空：不设预算。',
    'budget.currency': '预算的币种（USD、CNY）？',
    textSpendLimit: 'AWS 账号的每月短信限额是多少美元？用到八成时告警。留空：不设此告警。',
    table: '是否用另一张表代替堆栈自身的数据表？仅在恢复数据之后填写。',
    ownTable: '数据堆栈是否保留自身的数据表（yes、no）？该表不再使用、准备删除时填 no。',
  },
  wrong: {
    stage: () => '须以小写字母开头，不超过12个小写字母和数字',
    region: () => '须为区域代码，如 eu-west-1、cn-north-1',
    account: () => '须为12位数字',
    processor: () => '须为 arm64 或 x86_64',
    edge: () => '须为 yes 或 no',
    'edge.webAcl': () => '须为 web ACL 的 ARN：arn:aws:wafv2:us-east-1:…:global/webacl/…',
    'domain.name': (draft) =>
      isChina(draft)
        ? `须填写域名：${regionOf(draft)} 的网站须使用已备案的域名`
        : '须为域名，如 grid.example.org',
    'domain.certificate': (draft) =>
      `须为 ACM 证书的 ARN，证书须在 ${placeOf(draft)}${draft.account ? `、属于账号 ${draft.account}` : ''}：arn:${isChina(draft) ? 'aws-cn' : 'aws'}:acm:${placeOf(draft)}:…`,
    carrier: (draft) =>
      isChina(draft) ? `须为 http：AWS 在 ${regionOf(draft)} 不提供短信` : '须为 aws 或 http',
    'signIn.issuer': (draft) =>
      isChina(draft)
        ? '须为 https:// 开头的网址，不能用 Cognito（中国区域没有）'
        : '须为 https:// 开头的网址',
    'signIn.client': () => '不超过200个字符',
    'signIn.origins': () => '须为 https:// 开头的网址，用空格分隔',
    awsConsoleLinks: () => '请填 yes 或 no',
    'alarms.mail': () => '须为邮箱地址',
    'budget.monthly': () => '须为大于0的数',
    'budget.currency': (draft) => (isChina(draft) ? '须为 CNY：中国区域以人民币结算' : '须为 USD 或 CNY'),
    textSpendLimit: () => '须为大于0的数',
    table: () => '须为数据表的名称',
    ownTable: () => '须为 yes 或 no',
  },
  mustBe: (value, what) => `${value === undefined ? '此项必填' : `“${value}”不符合要求`}：${what}。`,
  written: (file) => `已写入 ${file}。`,
  unchanged: (file) => `${file} 没有变化。`,
  correct: (file) => `${file} 核对无误。`,
  onlySample: (file) =>
    `${file} 是示例，内容均为虚构，不能用于部署。不加 --check 运行 npm run setup，写入自己的设置。`,
  broken: (problem) => `原有文件有误，能读出的内容作为默认值。\n${problem}`,
  keptAs: (file) => `原有文件已另存为 ${file}。`,
  nothingWritten: '没有写入任何内容。',
  notChecked:
    '以下各项须联网才能核对，尚未核对：登录凭证、证书是否签发、登录服务能否访问并给出所需声明、邮件能否送达。',
  left: '还须人工办理：',
  toDo: (one) => {
    switch (one.do) {
      case 'icp':
        return `为 ${one.domain} 办理 ICP 备案（向该区域的运营方提交，约需三周）；网站开通后30日内办理公安联网备案。`;
      case 'certificate':
        return `在 ${one.region} 的 ACM 中为 ${one.domain} 申请证书：按要求添加 DNS 记录，等状态变为“已颁发”。`;
      case 'credentials':
        return `登录 AWS：${one.account === undefined ? '相应账号' : `账号 ${one.account}`}，区域 ${one.region}（用 aws sts get-caller-identity 查看当前身份）。`;
      case 'bootstrap':
        return `每个账号和区域执行一次：npx cdk bootstrap${one.account ? ` aws://${one.account}/${one.region}` : ''} -c stage=${one.stage}`;
      case 'firewall':
        return `防火墙所在区域也执行一次：npx cdk bootstrap aws://<账号>/us-east-1 -c stage=${one.stage}`;
      case 'deploy':
        return deployLine(one.stage);
      case 'dns':
        return `在 ${one.domain} 的 DNS 中添加 CNAME 记录，指向输出项 DomainTarget。`;
      case 'issuer':
        return `在登录服务 ${one.issuer} 中登记返回地址 ${one.address}/console/signed-in，并在访问令牌中加入 town 和 roles 两项声明（见 docs/console.md）。`;
      case 'no console':
        return '没有管理平台。需要时填写登录服务，重新部署。';
      case 'sandbox':
        return '在 AWS End User Messaging 中申请移出短信沙盒，并申请与本镇用量相符的每月短信限额。';
      case 'number':
        return '购买能接收短信的号码，填入本镇 settings.yaml 的 sms.number，并将双向短信发到主题 InboundSmsTopicArn。';
      case 'templates':
        return '所在国家有要求的，报备签名和短信模板。';
      case 'http carrier':
        return '在各镇 settings.yaml 中填写短信通道（sms.carrier）；导入后保存密钥、生成接收路径（见 docs/operations.md）。';
      case 'town':
        return `添加本镇：npm run add-town -- towns/本镇 --stage ${one.stage} --yes`;
      case 'mail':
        return `在 ${one.mail} 收到的 AWS 邮件中点击确认；确认之前收不到告警。`;
      case 'no alarms':
        return '没有人接收告警：请填写邮箱。';
    }
  },
};

export const WORDS: Readonly<Record<Language, SetupWords>> = { en, 'zh-CN': zh };
