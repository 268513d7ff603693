import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS } from './command-words.js';
import type { ExportDamage } from './export-format.js';

const en = {
  usage: `npm run export-town -- TOWN FOLDER [options]     writes all that is stored of a town as files
npm run export-town -- --check FOLDER            says whether an export is whole

Requests, people, tasks, visits, inspections, texts and the audit trail, one of JSON a line; photos as pictures; the town's data as the files from
which a town is imported. Keys, codes and task tokens are left out, and so are signatures in links (docs/operations.md#take-a-town-out).
The files hold people's names, numbers and words: keep them as you keep the table. TOWN is its id, as sanhehu; FOLDER must be empty or new.

  --check          reads an export again and compares it with its manifest
${COMMAND_WORDS.en.options}

Exit code 1: not written, or not whole.`,
  noTown: (town: string) => `There is no town ${town}.`,
  notEmpty: (folder: string) => `${folder} is not empty.`,
  noExport: (folder: string) => `${folder} holds no export that can be read.`,
  progress: (items: number) => `${items} items read`,
  file: (file: string, items: number) => `${file}: ${items}`,
  done: (folder: string) => `Written to ${folder}. Only you can read it.`,
  whole: (town: string, at: string, files: number) => `${town}, exported at ${at}: ${files} files, all whole`,
  damaged: ({ file, why }: ExportDamage) => `${file}: ${why}`,
};

export const EXPORT_TOWN_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run export-town -- 镇 目录 [选项]     把一个镇的全部数据写成文件
npm run export-town -- --check 目录       检查导出是否完整

诉求、人员、任务、走访、检查、短信和查阅记录，每行一条 JSON；照片为图片文件；镇的数据为可重新导入的文件。密钥、验证码、任务令牌
和链接中的签名不导出（见 docs/operations.md#take-a-town-out）。文件中有姓名、电话和原话，请与数据表同样保管。
“镇”填镇的代号，如 sanhehu；目录应为空或尚不存在。

  --check          重新读取导出，与清单核对
${COMMAND_WORDS['zh-CN'].options}

退出码 1：没有写出，或不完整。`,
    noTown: (town) => `没有 ${town} 这个镇。`,
    notEmpty: (folder) => `${folder} 不是空目录。`,
    noExport: (folder) => `${folder} 中没有可读的导出。`,
    progress: (items) => `已读取 ${items} 条`,
    file: (file, items) => `${file}：${items} 条`,
    done: (folder) => `已写入 ${folder}，只有本人可读。`,
    whole: (town, at, files) => `${town}，导出于 ${at}：${files} 个文件，全部完整`,
    damaged: ({ file, why }) =>
      `${file}：${{ missing: '缺失', changed: '与导出时不一致', unreadable: '无法读取' }[why]}`,
  },
};
