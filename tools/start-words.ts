import type { Language } from '../domain/words/language.js';
import { languageOf } from './language.js';

interface OtherVersion {
  readonly folder: string;
  readonly version: string | undefined;
  readonly reason: string;
}

/** The words of `npm start`, in the language of the terminal. */
export type StartWords = typeof english;

/** A change of a rule reaches most functions; their names say no more than their number. */
const SHOWN = 4;
const some = (what: readonly string[]) => what.slice(0, SHOWN);

const english = {
  language: 'en' as Language,
  help: `npm start -- [options]     runs small-grid on this machine

  --port N         pages and HTTP API (default 8080; 0 picks a free one)
  --aws-port N     AWS endpoint and the Phones page (default 4566; 0 picks a free one)
  --data DIR       keeps everything here between starts (default .local)
  --memory         keeps nothing
  --check          says whether the folder of --data is whole, and ends
  --town DIR       imports this town if it is not there yet; may be given several times. The first that was ever imported is
                   the one meant where a caller names none (default towns/sanhehu and towns/elmford, on the first start)
  --watch          builds what changes in the sources and swaps that function or page within a second or so; data and clock stay.
                   Only infra/, workflows/ and what functions declare are synthesized anew
  --log            shows what functions write as they write it
  --inspect        runs functions in this process, with their sources, for a debugger on port 9229 (chrome://inspect, an editor)
  --assembly DIR   hosts another cloud assembly (a cdk.out folder), nothing of small-grid
  --help           this text

Everything listens on 127.0.0.1 only.`,
  stale: 'The sources changed: bundling and synthesizing, a few seconds ...',
  importing: (folder: string) => `Importing ${folder} ...`,
  learning: (folder: string) =>
    `${folder} learns to read texts from its examples, up to 20 seconds, this once ...`,
  townProblems: (folder: string) => `${folder} cannot be imported:`,
  begin: 'Begin here: everybody’s phone on one page, with a guide through a first request',
  phones: (town: string) => `Phones of ${town}`,
  residents: 'Residents’ page',
  staff: 'Staff page',
  console: 'Console',
  watching: 'Watching the sources.',
  swapped: (what: readonly string[], milliseconds: number) =>
    `${some(what).join(', ')}${what.length > SHOWN ? ` and ${what.length - SHOWN} more` : ''} swapped in ${milliseconds} ms.`,
  redeployed: (milliseconds: number) =>
    `Synthesized and hosted anew in ${(milliseconds / 1000).toFixed(1)} s.`,
  townChanged: (folders: readonly string[]) =>
    `${folders.join(', ')} changed. A town's files are data: import them (console, Town, Import), or begin a new folder with --data and --town.`,
  broken: (why: string) => `Nothing was swapped, what ran before still does:\n${why}`,
  inspecting: (address: string) => `Functions run in this process. A debugger connects to ${address}`,
  alarm: (name: string) => `Alarm ${name}`,
  alarmOver: (name: string) => `Alarm ${name} is over.`,
  stopping: 'stopping',
  portInUse: (port: string) =>
    `Port ${port} is in use. Stop what uses it, or choose others: npm start -- --port 0 --aws-port 0 picks free ones.`,
  badOption: (what: string) => `Cannot be used: ${what}. npm start -- --help lists the options.`,
  nothingStored: (folder: string) => `${folder}: nothing is stored there.`,
  whole: (folder: string, files: number, megabytes: string) =>
    `${folder}: ${files} files, ${megabytes} MB, all whole.`,
  inUse: (folder: string, pid: number | undefined) =>
    `The data folder ${folder} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}. Stop it, or choose another folder: --data DIR.`,
  damaged: (folder: string, files: readonly string[]) =>
    `The data folder ${folder} is damaged, and nothing of it was changed:\n${files.map((file) => `  ${file}`).join('\n')}\n` +
    'Put a copy of the folder back that is whole, or begin with another folder: --data DIR.',
  storage: {
    full: (folder: string, said: string) =>
      `There is no room left for the data folder ${folder}. Free or add space there. (${said})`,
    'read-only': (folder: string, said: string) =>
      `The data folder ${folder} cannot be written. Make it writable for the user who runs this. (${said})`,
    damaged: (folder: string, said: string) =>
      `The data folder ${folder} is damaged. Stop, look with npm start -- --check, and put a copy back that is whole. (${said})`,
    other: (folder: string, said: string) =>
      `The data folder ${folder} failed. See what the system says of the disk. (${said})`,
  },
  outage: 'Nothing is taken in meanwhile; it goes on by itself as soon as the folder can be written.',
  outageOver: 'The data folder can be written again; everything is taken in.',
  otherVersion: ({ folder, version, reason }: OtherVersion) =>
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
  --check          检查 --data 目录中的数据是否完好，查完即退出
  --town DIR       导入此镇（尚未导入时），可重复使用；未指明镇时，以最先导入的镇为准
                   （默认在首次启动时导入 towns/sanhehu 和 towns/elmford）
  --watch          源文件一有改动即重新打包，约一秒内换上改动的函数或页面，数据和时钟不变；
                   只有 infra/、workflows/ 和函数声明的改动才重新生成云程序集
  --log            随时显示函数写出的日志
  --inspect        让函数带着源码在本进程内运行，供调试器连接（端口 9229）
  --assembly DIR   改为运行另一个云程序集（cdk.out 目录），与 small-grid 无关
  --help           显示本说明

只在 127.0.0.1 上监听。`,
  stale: '源文件有改动：正在打包并生成云程序集，需要几秒钟……',
  importing: (folder) => `正在导入 ${folder}……`,
  learning: (folder) => `${folder} 正在从样例学习识别短信，只需这一次，约20秒……`,
  townProblems: (folder) => `无法导入 ${folder}：`,
  begin: '从这里开始：所有人的手机都在一个页面上，有引导带您办第一件诉求',
  phones: (town) => `${town}的手机`,
  residents: '居民网页',
  staff: '干部网页',
  console: '管理平台',
  watching: '正在留意源文件的改动。',
  swapped: (what, milliseconds) =>
    `已换上 ${some(what).join('、')}${what.length > SHOWN ? `等 ${what.length} 项` : ''}，用时 ${milliseconds} 毫秒。`,
  redeployed: (milliseconds) => `已重新生成并运行，用时 ${(milliseconds / 1000).toFixed(1)} 秒。`,
  townChanged: (folders) =>
    `${folders.join('、')} 有改动。镇的文件属于数据：请在管理平台导入（本镇、导入），或用 --data 和 --town 另起新目录。`,
  broken: (why) => `没有换上任何改动，原来的照常运行：\n${why}`,
  inspecting: (address) => `函数在本进程内运行，调试器地址：${address}`,
  alarm: (name) => `告警 ${name}`,
  alarmOver: (name) => `告警 ${name} 已解除。`,
  stopping: '正在停止',
  portInUse: (port) =>
    `端口 ${port} 已被占用。请停止占用它的程序，或换用其他端口：npm start -- --port 0 --aws-port 0 会自动选用空闲端口。`,
  badOption: (what) => `选项有误：${what}。npm start -- --help 列出所有选项。`,
  nothingStored: (folder) => `${folder}：没有保存任何数据。`,
  whole: (folder, files, megabytes) => `${folder}：共 ${files} 个文件，${megabytes} MB，全部完好。`,
  inUse: (folder, pid) =>
    `数据目录 ${folder} 正被${pid === undefined ? '其他进程' : `进程 ${pid} `}使用。请先停止该进程，或用 --data 另选目录。`,
  damaged: (folder, files) =>
    `数据目录 ${folder} 已损坏，未作任何改动：\n${files.map((file) => `  ${file}`).join('\n')}\n` +
    '请用完好的备份恢复该目录，或用 --data 另选目录。',
  storage: {
    full: (folder, said) => `数据目录 ${folder} 所在磁盘已满。请清理或扩大空间。（${said}）`,
    'read-only': (folder, said) => `数据目录 ${folder} 无法写入。请为运行本程序的用户开放写权限。（${said}）`,
    damaged: (folder, said) =>
      `数据目录 ${folder} 已损坏。请停止运行，用 npm start -- --check 检查，并用完好的备份恢复。（${said}）`,
    other: (folder, said) => `数据目录 ${folder} 读写失败。请检查磁盘。（${said}）`,
  },
  outage: '在此期间不受理任何事项；目录可以写入后会自动恢复。',
  outageOver: '数据目录已恢复写入，一切照常受理。',
  otherVersion: ({ folder, version, reason }) =>
    `数据目录 ${folder} 由${version === undefined ? '2026年11月30日以前的 small-grid ' : ` small-grid ${version} `}保存，本版本无法打开：
  ${reason}
请用原版本打开，在管理平台导出本镇数据，再用新目录启动本版本：
  npm start -- --data 新目录 --town 导出的目录`,
};

/** In the language of the environment. */
export const startWords = (environment: Readonly<Record<string, string | undefined>>): StartWords =>
  startWordsIn(languageOf(undefined, environment));

export const startWordsIn = (language: Language): StartWords => (language === 'zh-CN' ? chinese : english);
