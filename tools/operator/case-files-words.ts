import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS } from './command-words.js';

const en = {
  usage: `npm run case-files -- TOWN --to DIRECTORY [options]     copies the sealed case files of a town out, each as it was sealed

Beside them seals.txt is written, with the seal of each; files whose seal does not hold are named. TOWN is its id, as sanhehu.

  --to DIRECTORY   where they are copied to; only you can read it
${COMMAND_WORDS.en.options}

Exit code 1: a seal does not hold.`,
  copied: (count: number, to: string) => `${count} files: ${to}`,
  broken: (request: string) => `seal broken: ${request}`,
};

/** The words of `npm run case-files`. */
export const CASE_FILES_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run case-files -- 镇 --to 目录 [选项]     把一个镇的归档案卷逐件复制出来，内容与封存时一致

同时写入 seals.txt，列出每件案卷的封签；封签不符的案卷会逐一指出。“镇”填镇的代号，如 sanhehu。

  --to 目录        复制到哪里；只有本人可读
${COMMAND_WORDS['zh-CN'].options}

退出码 1：有案卷的封签不符。`,
    copied: (count, to) => `${count} 件案卷：${to}`,
    broken: (request) => `封签不符：${request}`,
  },
};
