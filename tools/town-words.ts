import type { Language } from '../domain/words/language.js';

/** The parts of a town that are counted when it is correct. */
export const COUNTED = ['villages', 'grids', 'staff', 'departments', 'categories', 'programmes'] as const;

/** What the town tool says, in one language. */
export type TownWords = typeof en;

const en = {
  usage: `Usage:
  npm run town -- check DIR                    say everything that is wrong with a town's files
  npm run town -- lint DIR                     list every text: characters and UCS-2 parts at its longest, signature,
                                               placeholders, and what is wrong with it
  npm run town -- import DIR --stage NAME      check them, then store the town, whole or not at all
  npm run town -- carrier DIR --stage NAME     keep the secret of the town's HTTP carrier, read from standard input
  npm run town -- carrier DIR --receive ...    make a new path at which the carrier hands over texts, and print it this once;
                                               the path before holds no more
Options:
  --yes           of carrier: does it where a secret or a path is kept already, which is then gone; without, that is only said
  --stage NAME    which deployment; its region is that of settings/NAME.json, and where everything is says cdk.outputs.NAME.json
  --outputs FILE  another file that a deployment wrote
  --endpoint URL  a local cloud instead of a stage, for example http://127.0.0.1:4566
  --lang LANG     zh-CN or en; without it LC_ALL or LANG
  -h, --help      this text`,
  file: 'File',
  row: 'Row',
  field: 'Field',
  problem: 'Problem',
  parts: {
    villages: 'villages',
    grids: 'grids',
    staff: 'staff',
    departments: 'departments',
    categories: 'categories',
    programmes: 'programmes',
  },
  correct: (dir: string) => `${dir} is correct:`,
  problems: (count: number, importing: boolean) =>
    `${count} ${count === 1 ? 'problem' : 'problems'}.${importing ? ' Nothing was stored.' : ''}`,
  imported: (town: string, version: number) => `${town} is stored as version ${version}.`,
  madeInConsole: (version: number, name: string) =>
    `Version ${version}, which it follows, was made in the console by ${name}: what it changed and the files do not have holds no more. The console's page "Versions" brings it back.`,
  notStored: (reason: string) => `Nothing was stored: ${reason}`,
  carrier: {
    missing:
      'Nothing was stored: give a correct town whose settings name a carrier over HTTP (sms.carrier), and the secret on standard input.',
    kept: (town: string, origin: string) =>
      `The secret of ${town}'s carrier is stored; it holds from the next text on, and is sent to ${origin} alone.`,
    replaces: (town: string, origin: string) =>
      `Nothing was stored: a secret of ${town}'s carrier for ${origin} is kept already, and would be gone. Replace it with --yes.`,
    ends: (town: string) =>
      `Nothing was made: ${town}'s carrier has a path, which would hold no more from that moment on. Say to the carrier that another one comes, then do it with --yes.`,
    receivesNothing:
      'Nothing was stored: give a correct town whose settings say how its carrier hands over texts (sms.carrier.inbound).',
    opened: (town: string) =>
      `${town}'s carrier hands over texts at this path of the town's address, from now on and at no other. It is not shown again.`,
  },
  texts: {
    columns: ['Text', 'Language', 'Longest', 'Parts', 'Signature', 'Placeholders'],
    wrong: '! ',
    correct: (count: number) => `${count} texts are correct.`,
  },
};

export const WORDS: Readonly<Record<Language, TownWords>> = {
  en,
  'zh-CN': {
    usage: `用法：
  npm run town -- check DIR                    检查镇数据文件，列出全部错误
  npm run town -- lint DIR                     列出每条短信：最长字数和条数（UCS-2）、签名、占位符及错误
  npm run town -- import DIR --stage 名称      检查后入库，要么全部入库，要么都不入库
  npm run town -- carrier DIR --stage 名称     保存本镇 HTTP 短信通道的密钥（从标准输入读取）
  npm run town -- carrier DIR --receive ……     生成通道转交短信所用的新路径，只显示这一次；旧路径随即失效
选项：
  --yes           用于 carrier：已有密钥或路径时仍要更换，原有的随即作废；不加则只作提示
  --stage 名称    哪个环境；区域取自 settings/名称.json，各项地址取自 cdk.outputs.名称.json
  --outputs 文件  部署时写下的另一个输出文件
  --endpoint 网址 不用 --stage，改用本机云，例如 http://127.0.0.1:4566
  --lang 语言     zh-CN 或 en；不填则按 LC_ALL 或 LANG
  -h, --help      本说明`,
    file: '文件',
    row: '行',
    field: '字段',
    problem: '问题',
    parts: {
      villages: '个村（社区）',
      grids: '个网格',
      staff: '名人员',
      departments: '个部门',
      categories: '个分类',
      programmes: '个项目',
    },
    correct: (dir) => `${dir} 正确：`,
    problems: (count, importing) => `共 ${count} 个问题。${importing ? '未入库。' : ''}`,
    imported: (town, version) => `${town} 已入库，版本 ${version}。`,
    madeInConsole: (version, name) =>
      `此前的版本 ${version} 由${name}在管理后台修改，文件中没有的改动不再有效；如需恢复，请用后台的“历史版本”。`,
    notStored: (reason) => `未入库：${reason}`,
    carrier: {
      missing:
        '未入库：请指定正确的镇数据，其设置须写明短信通道（sms.carrier）为 HTTP，并从标准输入给出密钥。',
      kept: (town, origin) => `${town} 的通道密钥已保存，下一条短信起生效，只发往 ${origin}。`,
      replaces: (town, origin) =>
        `未保存：${town} 已存有发往 ${origin} 的通道密钥，更换后原密钥不再保留。确需更换，请加 --yes。`,
      ends: (town) =>
        `未生成：${town} 的通道已有路径，生成新路径后旧路径即刻失效。请先知会通道方，再加 --yes 执行。`,
      receivesNothing: '未入库：请指定正确的镇数据，其设置须写明通道如何转交短信（sms.carrier.inbound）。',
      opened: (town) => `${town} 的通道即刻起只能经本镇网址下的这个路径转交短信；此路径不再显示。`,
    },
    texts: {
      columns: ['短信', '语言', '最长', '条数', '签名', '占位符'],
      wrong: '! ',
      correct: (count) => `${count} 条短信全部正确。`,
    },
  },
};
