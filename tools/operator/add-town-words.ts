import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS } from './command-words.js';

/** Where a town that was added is reached first. */
export interface FirstLinks {
  readonly town: string;
  /** Without a slash at the end. */
  readonly address: string;
}

const en = {
  usage: `npm run add-town -- FOLDER [options]     adds a town to a deployment: checks its files, stores it, and says where its administrator begins

What is wrong is said by file, row and field, and nothing is stored. A town that is there already is imported anew by npm run town -- import.
FOLDER is laid out as towns/sanhehu.

  --yes            does it; without, it is only said what would be done
${COMMAND_WORDS.en.options}

Exit code 1: nothing was done yet, or something is wrong with the town.`,
  isSample: 'Its settings say sample: true. A town of real people says false.',
  isThere: (town: string, folder: string, where: string) =>
    `${town} is there already. Another version of it: npm run town -- import ${folder} ${where}`,
  numberTaken: (number: string, town: string) =>
    `${number} is the number of ${town}: texts to it would reach only one of the two.`,
  wouldDo: 'Nothing was done yet. Do it with --yes.',
  added: (town: string, version: number) => `${town} is there, version ${version}.`,
  links: ({ town, address }: FirstLinks) => [
    `For residents:   ${address}/?town=${town}`,
    `For staff:       ${address}/staff?town=${town}`,
    `For its administrator: ${address}/console`,
    `  The issuer must put into the token of that person: town "${town}", roles ["administrator"]; and staff, where they are one of staff.csv.`,
  ],
  left: (carrier: 'sns' | 'http', folder: string, where: string) => [
    'Left to do:',
    ...(carrier === 'http'
      ? [
          `  npm run town -- carrier ${folder} ${where} < file-with-the-secret     (until then its texts wait)`,
        ]
      : ['  the number of sms.number, its two-way messages sent to the topic InboundSmsTopicArn']),
    `  npm run doctor -- ${where}`,
  ],
};

export const ADD_TOWN_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run add-town -- 目录 [选项]     在一个部署中新增一个镇：检查文件、存入，并告诉管理员从哪里开始

有错误时按文件、行、字段逐一指出，不存入任何内容。已经存在的镇请用 npm run town -- import 导入新版本。
目录的结构与 towns/sanhehu 相同。

  --yes            真正执行；不加则只说明将做什么
${COMMAND_WORDS['zh-CN'].options}

退出码 1：尚未执行，或镇的数据有错误。`,
    isSample: '设置中 sample 为 true。真实的镇应为 false。',
    isThere: (town, folder, where) =>
      `${town} 已经存在。导入新版本：npm run town -- import ${folder} ${where}`,
    numberTaken: (number, town) => `号码 ${number} 已属于 ${town}，发来的短信只能到其中一个镇。`,
    wouldDo: '尚未执行。加 --yes 执行。',
    added: (town, version) => `${town} 已存入，版本 ${version}。`,
    links: ({ town, address }) => [
      `居民入口：   ${address}/?town=${town}`,
      `干部入口：   ${address}/staff?town=${town}`,
      `管理员入口： ${address}/console`,
      `  登录服务须在该人的令牌中写入：town "${town}"，roles ["administrator"]；如在 staff.csv 中，再写入 staff。`,
    ],
    left: (carrier, folder, where) => [
      '还需要：',
      ...(carrier === 'http'
        ? [`  npm run town -- carrier ${folder} ${where} < 密钥文件     （在此之前短信会等待）`]
        : ['  开通 sms.number 的号码，并把双向短信送到主题 InboundSmsTopicArn']),
      `  npm run doctor -- ${where}`,
    ],
  },
};
