import { cleanWords } from '../domain/words/clean-words.js';
import type { ImportReport } from './import-report.js';
import type { TownFiles } from './town-files.js';

/** A file's text in UTF-8, without a byte order mark and invisible characters; undefined with a problem. */
export function readText(files: TownFiles, file: string, report: ImportReport): string | undefined {
  const bytes = readBytes(files, file, report);
  if (!bytes) return undefined;
  try {
    return cleanWords(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    report.add(
      { file },
      {
        'zh-CN': '不是 UTF-8 编码，请另存为 UTF-8（Excel 中选“CSV UTF-8”）',
        en: 'is not in UTF-8; save it again as UTF-8 ("CSV UTF-8" in Excel)',
      },
    );
    return undefined;
  }
}

function readBytes(files: TownFiles, file: string, report: ImportReport): Uint8Array | undefined {
  try {
    const bytes = files.read(file);
    if (!bytes) report.add({ file }, { 'zh-CN': '文件缺失，请补充', en: 'is missing; add it' });
    return bytes;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    report.add({ file }, { 'zh-CN': `无法读取（${String(code)}）`, en: `cannot be read (${String(code)})` });
    return undefined;
  }
}
