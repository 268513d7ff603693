import type { Language } from '../../domain/words/language.js';
import type { Deployment, DeploymentUnknown } from './deployment.js';

/** How a stage is deployed so that the commands find it. */
export const deployLine = (stage: string): string => `npm run deploy -- --stage ${stage}`;

/** What all of an operator's commands say alike. */
const en = {
  options: `  --stage NAME     which deployment: its region is that of settings/NAME.json, and where everything is says cdk.outputs.NAME.json
  --outputs FILE   another file that a deployment wrote
  --endpoint URL   a local cloud instead of a stage, for example http://127.0.0.1:4566
  --lang LANG      zh-CN or en; default: that of the terminal
  --help           this text`,
  worksOn: ({ name, region }: NonNullable<Deployment['stage']>) => `Stage ${name}, region ${region}`,
  unknown: ({ missing, stage }: DeploymentUnknown) =>
    missing === undefined
      ? 'Which deployment? Say --stage NAME, or --endpoint URL for a local cloud.'
      : `There is no ${missing}. Deploy with ${deployLine(stage)}, or name the file that it wrote with --outputs.`,
  noCredentials:
    'This terminal has no credentials of AWS. Sign in first; aws sts get-caller-identity then shows as whom.',
  calledWrongly: (problem: string) => `${problem}\n--help lists the options.`,
};

export const COMMAND_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    options: `  --stage 名称     哪个环境：区域取自 settings/名称.json，各项地址取自 cdk.outputs.名称.json
  --outputs 文件   部署时写下的另一个输出文件
  --endpoint 网址  不用 --stage，改用本机云，例如 http://127.0.0.1:4566
  --lang 语言      zh-CN 或 en；默认按终端语言
  --help           显示本说明`,
    worksOn: ({ name, region }) => `环境 ${name}，区域 ${region}`,
    unknown: ({ missing, stage }) =>
      missing === undefined
        ? '请指明环境：--stage 名称；本机云用 --endpoint 网址。'
        : `找不到 ${missing}。请用 ${deployLine(stage)} 部署，或用 --outputs 指明部署时写下的文件。`,
    noCredentials: '当前终端没有 AWS 凭证。请先登录；用 aws sts get-caller-identity 查看当前身份。',
    calledWrongly: (problem) => `选项有误：${problem}\n用 --help 查看所有选项。`,
  },
};
