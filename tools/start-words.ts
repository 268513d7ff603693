import type { Language } from '../domain/town/language.js';

interface OtherVersion {
  readonly folder: string;
  readonly version: string | undefined;
  readonly reason: string;
}

/** What `npm start` says, in the language of the terminal. */
export interface StartWords {
  readonly language: Language;
  readonly help: string;
  readonly stale: string;
  readonly importing: (folder: string) => string;
  readonly learning: (folder: string) => string;
  readonly townProblems: (folder: string) => string;
  readonly phones: (town: string) => string;
  readonly console: string;
  readonly stopping: string;
  readonly portInUse: (port: string) => string;
  readonly badOption: (what: string) => string;
  /** The data folder is of another version, which could be opened by that one only. */
  readonly otherVersion: (of: OtherVersion) => string;
}

const english: StartWords = {
  language: 'en',
  help: `npm start -- [options]     runs small-grid on this machine

  --port N         pages and HTTP API (default 8080; 0 picks a free one)
  --aws-port N     AWS endpoint and the Phones page (default 4566; 0 picks a free one)
  --data DIR       keeps everything here between starts (default .local)
  --memory         keeps nothing
  --town DIR       imports this town if it is not there yet; may be given several times. The first that was ever imported is
                   the one meant where a caller names none (default towns/sanhehu, on the first start)
  --assembly DIR   hosts another cloud assembly (a cdk.out folder), nothing of small-grid
  --help           this text

Everything listens on 127.0.0.1 only.`,
  stale: 'The sources changed: bundling and synthesizing, a few seconds ...',
  importing: (folder) => `Importing ${folder} ...`,
  learning: (folder) => `${folder} learns to read texts from its examples, some 20 seconds, this once ...`,
  townProblems: (folder) => `${folder} cannot be imported:`,
  phones: (town) => `Phones of ${town}`,
  console: 'Console',
  stopping: 'stopping',
  portInUse: (port) =>
    `Port ${port} is in use. Stop what uses it, or choose others: npm start -- --port 0 --aws-port 0 picks free ones.`,
  badOption: (what) => `Cannot be used: ${what}. npm start -- --help lists the options.`,
  otherVersion: ({ folder, version, reason }) =>
    `The data folder ${folder} is of ${version === undefined ? 'a small-grid from before 30 November 2026' : `small-grid ${version}`}, and this version cannot open it:
  ${reason}
It opens with the version it is of; export the town there (console, Town, Export), then begin a new folder here:
  npm start -- --data NEW_FOLDER --town EXPORTED_FOLDER`,
};

const chinese: StartWords = {
  language: 'zh-CN',
  help: `npm start -- [选项]     在本机运行 small-grid

  --port N         网页和 HTTP 接口的端口（默认 8080；0 表示自动选用空闲端口）
  --aws-port N     AWS 接口和“手机”页面的端口（默认 4566；0 表示自动选用空闲端口）
  --data DIR       数据保存的目录（默认 .local）
  --memory         不保存任何数据
  --town DIR       导入此镇（尚未导入时），可重复使用；未指明镇时，以最先导入的镇为准
                   （默认在首次启动时导入 towns/sanhehu）
  --assembly DIR   改为运行另一个云程序集（cdk.out 目录），与 small-grid 无关
  --help           显示本说明

只在 127.0.0.1 上监听。`,
  stale: '源文件有改动：正在打包并生成云程序集，需要几秒钟……',
  importing: (folder) => `正在导入 ${folder}……`,
  learning: (folder) => `${folder} 正在从样例学习识别短信，只需这一次，约20秒……`,
  townProblems: (folder) => `无法导入 ${folder}：`,
  phones: (town) => `${town}的手机`,
  console: '管理平台',
  stopping: '正在停止',
  portInUse: (port) =>
    `端口 ${port} 已被占用。请停止占用它的程序，或换用其他端口：npm start -- --port 0 --aws-port 0 会自动选用空闲端口。`,
  badOption: (what) => `选项有误：${what}。npm start -- --help 列出所有选项。`,
  otherVersion: ({ folder, version, reason }) =>
    `数据目录 ${folder} 由${version === undefined ? '2026年11月30日以前的 small-grid ' : ` small-grid ${version} `}保存，本版本无法打开：
  ${reason}
请用原版本打开，在管理平台导出本镇数据，再用新目录启动本版本：
  npm start -- --data 新目录 --town 导出的目录`,
};

/** By the locale of the environment: Chinese where it says so, else English. */
export function startWords(environment: Readonly<Record<string, string | undefined>>): StartWords {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(locale) ? chinese : english;
}
