import { type Programme, programmeSchema } from '../domain/town/schema.js';
import type { ImportReport } from './import-report.js';
import { idOf } from './read-lists.js';
import { fit, readYaml } from './yaml-file.js';
import type { TownFiles } from './town-files.js';

/** Reads every programme of the folder programmes/, one a file; a town may have none. */
export function readProgrammes(files: TownFiles, report: ImportReport): Programme[] {
  const read: Programme[] = [];
  for (const name of files.names('programmes')) {
    if (!name.endsWith('.yaml')) continue;
    const file = `programmes/${name}`;
    const yaml = readYaml(files, file, report);
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
