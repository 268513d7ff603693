import * as z from 'zod';
import type { ReferredSection } from '../domain/town-checks/known-ids.js';
import {
  type Category,
  categorySchema,
  type Department,
  departmentSchema,
  type DutyEntry,
  dutyEntrySchema,
} from '../domain/town/schema.js';
import type { ImportReport } from './import-report.js';
import { fit, readYaml } from './yaml-file.js';
import type { TownFiles } from './town-files.js';

/** Reads departments.yaml, a list. */
export const readDepartments = (files: TownFiles, report: ImportReport): Department[] =>
  readList(
    files,
    { file: 'departments.yaml', part: 'departments', schema: departmentSchema, section: 'departments' },
    report,
  );

/** Reads categories.yaml, a list. */
export const readCategories = (files: TownFiles, report: ImportReport): Category[] =>
  readList(files, { file: 'categories.yaml', part: 'categories', schema: categorySchema }, report);

/** Reads duty-list.yaml; a town may keep no such list. */
export const readDutyList = (files: TownFiles, report: ImportReport): DutyEntry[] =>
  readList(
    files,
    {
      file: 'duty-list.yaml',
      part: 'dutyList',
      schema: dutyEntrySchema,
      section: 'dutyList',
      mayBeEmpty: true,
    },
    report,
  );

interface ListFile<T> {
  readonly file: string;
  readonly part: 'departments' | 'categories' | 'dutyList' | 'dangers' | 'places' | 'reception';
  readonly schema: z.ZodType<T>;
  readonly section?: ReferredSection;
  readonly mayBeEmpty?: boolean;
}

/** Each entry is read by itself, so that one that does not fit hides no other. */
export function readList<T>(
  files: TownFiles,
  { file, part, schema, section, mayBeEmpty = false }: ListFile<T>,
  report: ImportReport,
): T[] {
  const yaml = readYaml(files, file, report);
  const items =
    yaml && fit(z.array(z.unknown()).min(mayBeEmpty ? 0 : 1), yaml.value ?? [], yaml.locate, report);
  if (!yaml || !items) {
    if (section) report.missed(section);
    return [];
  }
  const read: T[] = [];
  for (const [index, item] of items.entries()) {
    const entry = fit(schema, item, (rest) => yaml.locate([index, ...rest]), report);
    if (entry === undefined) {
      if (section) report.missed(section, idOf(item));
      continue;
    }
    report.remember([part, read.length], (rest) => yaml.locate([index, ...rest]));
    read.push(entry);
  }
  return read;
}

/** The id of an entry that does not fit its schema; undefined when it has none, so that it may be any. */
export function idOf(item: unknown): string | undefined {
  const known = z.object({ id: z.string() }).safeParse(item);
  return known.success ? known.data.id : undefined;
}
