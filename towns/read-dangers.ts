import { type DangerRules, dangerSchema } from '../domain/town/schema.js';
import type { ImportReport } from './import-report.js';
import { readList } from './read-lists.js';
import type { TownFiles } from './town-files.js';

/** Reads dangers.yaml, a list. */
export const readDangers = (files: TownFiles, report: ImportReport): DangerRules[] =>
  readList(files, { file: 'dangers.yaml', part: 'dangers', schema: dangerSchema, mayBeEmpty: true }, report);
