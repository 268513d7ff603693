import { statSync } from 'node:fs';
import type { Memory } from '../domain/reading/learn.js';
import { folderFiles } from './folder-files.js';
import { LEARNT_MODELS } from './learnt-models.js';
import { type ReadTown, readTownFiles } from './read-town-files.js';

/** Reads a town from a folder, as `readTownFiles` does. `onLearn` is told before its reading is learnt, for seconds. */
export function readTown(dir: string, onLearn: () => void = () => {}): ReadTown {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    return readTownFiles(folderFiles(dir), saying(LEARNT_MODELS, onLearn));
  const message = {
    'zh-CN': `没有文件夹 ${dir}，请指定镇的数据文件夹`,
    en: `there is no folder ${dir}; name the folder of a town`,
  };
  return { ok: false, problems: [{ file: '.', message }] };
}

const saying = ({ recall, keep }: Memory, onLearn: () => void): Memory => ({
  recall: (fingerprint) => {
    const model = recall(fingerprint);
    if (model === undefined) onLearn();
    return model;
  },
  keep,
});
