import { statSync } from 'node:fs';
import { folderFiles } from './folder-files.js';
import { LEARNT_MODELS } from './learnt-models.js';
import { type ReadTown, readTownFiles } from './read-town-files.js';

/** Reads a town from a folder, as `readTownFiles` does. */
export function readTown(dir: string): ReadTown {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    return readTownFiles(folderFiles(dir), LEARNT_MODELS);
  const message = {
    'zh-CN': `没有文件夹 ${dir}，请指定镇的数据文件夹`,
    en: `there is no folder ${dir}; name the folder of a town`,
  };
  return { ok: false, problems: [{ file: '.', message }] };
}
