import { statSync } from 'node:fs';
import { checkTown } from '../domain/town/check-town.js';
import {
  type Inspections,
  inspectionsSchema,
  type Town,
  type TownSettings,
  settingsSchema,
} from '../domain/town/schema.js';
import { ImportReport } from './import-report.js';
import { type Problem, inReadingOrder } from './problem.js';
import { readCategories, readDepartments } from './read-lists.js';
import { readGrids } from './read-grids.js';
import { readLeave, readStaff, readSupervisors } from './read-people.js';

import { readHouseholds } from './read-households.js';
import { readPlaces, readReception } from './read-places.js';
import { filesIn, readProgrammes } from './read-programmes.js';
import { readTexts } from './read-texts.js';
import { readVillages } from './read-villages.js';
import { fit, readYaml } from './yaml-file.js';

/** A town that is right as a whole, or everything that is wrong with it. */
export type ReadTown =
  | { readonly ok: true; readonly town: Town }
  | { readonly ok: false; readonly problems: Problem[] };

/** The files a town consists of, beside the folder of programmes. */
const FILES = [
  'settings.yaml',
  'villages.csv',
  'groups.csv',
  'grids.csv',
  'posts.csv',
  'households.csv',
  'staff.csv',
  'leave.csv',
  'departments.yaml',
  'supervisors.csv',
  'inspections.yaml',
  'places.yaml',
  'reception.yaml',
  'categories.yaml',
  'texts.zh-CN.yaml',
  'texts.en.yaml',
];

/**
 * Reads a town from a folder of files that people edit. Every error is reported at once, by file, row and field; a town is only
 * returned when there is none.
 */
export function readTown(dir: string): ReadTown {
  const report = new ImportReport();
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    report.add(
      { file: '.' },
      `there is no folder ${dir}; name the folder of a town`,
      `没有文件夹 ${dir}，请指定镇的数据文件夹`,
    );
    return { ok: false, problems: report.problems };
  }
  reportStrangers(dir, report);
  const settings = readSettings(dir, report);
  const villages = readVillages(dir, report);
  const grids = readGrids(dir, report);
  const households = readHouseholds(dir, report);
  const staff = readStaff(dir, report);
  const leave = readLeave(dir, report);
  const departments = readDepartments(dir, report);
  const supervisors = readSupervisors(dir, report);
  const inspections = readInspections(dir, report);
  const places = readPlaces(dir, report);
  const reception = readReception(dir, report);
  const categories = readCategories(dir, report);
  const programmes = readProgrammes(dir, report);
  const texts = readTexts(dir, report);
  // The cross-checks need these throughout; without them the other findings stand alone.
  if (!settings || !inspections) return { ok: false, problems: inReadingOrder(report.problems) };
  const town: Town = {
    settings,
    villages,
    grids,
    households,
    staff,
    leave,
    departments,
    supervisors,
    inspections,
    places,
    reception,
    categories,
    programmes,
    texts: texts ?? {},
  };
  for (const { path, message } of checkTown(town, report.unread())) {
    if (path[0] !== 'texts' || texts) report.addAt(path, message);
  }
  return report.problems.length === 0
    ? { ok: true, town }
    : { ok: false, problems: inReadingOrder(report.problems) };
}

function readSettings(dir: string, report: ImportReport): TownSettings | undefined {
  const yaml = readYaml(dir, 'settings.yaml', report);
  if (yaml) report.remember(['settings'], yaml.locate);
  return yaml && fit(settingsSchema, yaml.value, yaml.locate, report);
}

function readInspections(dir: string, report: ImportReport): Inspections | undefined {
  const yaml = readYaml(dir, 'inspections.yaml', report);
  if (yaml) report.remember(['inspections'], yaml.locate);
  return yaml && fit(inspectionsSchema, yaml.value, yaml.locate, report);
}

/** A data file under a wrong name would be left out silently. */
function reportStrangers(dir: string, report: ImportReport): void {
  for (const file of filesIn(dir)) {
    if (/\.(csv|ya?ml)$/i.test(file) && !FILES.includes(file)) {
      report.add(
        { file },
        `is no file of a town; there are ${FILES.join(', ')}`,
        `不是镇数据文件，可用的文件：${FILES.join('、')}`,
      );
    }
  }
}
