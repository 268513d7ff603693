import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Programme, programmeSchema } from '../domain/town/schema.js';
import type { ImportReport } from './import-report.js';
import { idOf } from './read-lists.js';
import { fit, readYaml } from './yaml-file.js';

/** Reads every programme of the folder programmes/, one a file; a town may have none. */
export function readProgrammes(dir: string, report: ImportReport): Programme[] {
  const read: Programme[] = [];
  for (const name of filesIn(join(dir, 'programmes'))) {
    const file = `programmes/${name}`;
    if (!name.endsWith('.yaml')) {
      report.add(
        { file },
        'is not read; a programme is a file ending in .yaml',
        '未读取，项目文件须以 .yaml 结尾',
      );
      continue;
    }
    const yaml = readYaml(dir, file, report);
    if (!yaml) {
      report.missed('programmes', name.slice(0, -'.yaml'.length));
      continue;
    }
    const programme = fit(programmeSchema, yaml.value, yaml.locate, report);
    if (programme === undefined) {
      report.missed('programmes', idOf(yaml.value));
      continue;
    }
    report.remember(['programmes', read.length], yaml.locate);
    read.push(programme);
  }
  return read;
}

/** The names in a folder, sorted, without hidden ones; none when there is no such folder. */
export function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}
