import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS } from './command-words.js';

const en = {
  usage: `npm run erase -- TOWN-DIRECTORY (--phone | --phone-file FILE | --request NUMBER) [options]

Shows what would be erased of one person, or of one request; with --yes has it erased.

  --phone             of a number, which is asked for, or read from standard input: it stands in no history of the shell
  --phone-file FILE   the same, read from a file
  --request NUMBER    of one request
  --until MOMENT      what came later is not meant, as 2026-08-24T12:00:00+08:00
  --yes               does it; without, it is only said what would be done
${COMMAND_WORDS.en.options}`,
  askPhone: 'Telephone number: ',
  noMoment: (typed: string) => `--until ${typed} is no moment, as 2026-08-24T12:00:00+08:00 is.`,
  nobody: 'Nothing is kept under that number.',
  noTown: (dir: string) => `${dir} holds no town that can be read; npm run town -- check says why.`,
  open: 'open: erased once it is closed; withdraw it in the console if it is to end',
  kept: {
    petition: 'a sealed file of the petition stays',
    aid: 'a sealed file of the aid paid stays',
  },
  ofRequest: 'This request with its person, words, photos, texts, codes and marks of who looked.',
  ofNumber: (count: number) =>
    `${count} requests with all that belongs to them, and the texts of this number.`,
  dry: 'Nothing was changed. With --yes it is erased.',
  asked: 'Asked for: the sweep erases it within five minutes. Backups hold it for 35 days.',
};

/** The words of `npm run erase`. */
export const ERASE_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run erase -- 镇数据目录 (--phone | --phone-file 文件 | --request 编号) [选项]

列出将要删除的一个人（或一件诉求）的信息；加 --yes 才删除。

  --phone             按手机号：运行后再输入，或从标准输入读取，不留在命令历史中
  --phone-file 文件   同上，从文件读取
  --request 编号      只删一件诉求
  --until 时间        此后登记的不在其内，如 2026-08-24T12:00:00+08:00
  --yes               真正执行；不加则只说明将做什么
${COMMAND_WORDS['zh-CN'].options}`,
    askPhone: '手机号：',
    noMoment: (typed) => `--until ${typed} 不是时间，应如 2026-08-24T12:00:00+08:00。`,
    nobody: '没有以这个号码登记的信息。',
    noTown: (dir) => `${dir} 里没有可读的镇数据，原因见 npm run town -- check。`,
    open: '在办：办结后才删除；如要终止，请先在管理平台撤回',
    kept: { petition: '信访案卷封存保留', aid: '救助款案卷封存保留' },
    ofRequest: '这件诉求，连同姓名电话、内容、照片、短信、验证码和查阅标记。',
    ofNumber: (count) => `${count} 件诉求及其全部内容，以及这个号码的短信。`,
    dry: '没有改动。加 --yes 才删除。',
    asked: '已登记：五分钟内删除。备份最多再留 35 天。',
  },
};
