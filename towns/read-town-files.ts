import { packExamples } from '../domain/reading/examples-of.js';
import { learn, type Memory } from '../domain/reading/learn.js';
import { checkDangerCategories } from '../domain/town-checks/check-dangers.js';
import { checkExamples } from '../domain/reading/check-examples.js';
import { checkTown } from '../domain/town-checks/check-town.js';
import {
  type Inspections,
  inspectionsSchema,
  type Town,
  type TownSettings,
  settingsSchema,
} from '../domain/town/schema.js';
import { ImportReport } from './import-report.js';
import { type Problem, inReadingOrder } from './problem.js';
import { readCategories, readDepartments, readDutyList } from './read-lists.js';
import { readDangers } from './read-dangers.js';
import { readExamples } from './read-examples.js';
import { readGrids } from './read-grids.js';
import { readLeave, readStaff, readSupervisors } from './read-people.js';

import { readHouseholds } from './read-households.js';
import { readMap } from './read-map.js';
import { readPlaces, readReception } from './read-places.js';
import { readProgrammes } from './read-programmes.js';
import { readTexts } from './read-texts.js';
import { reportStrangers } from './report-strangers.js';
import type { TownFiles } from './town-files.js';
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
  'map.geojson',
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
  'duty-list.yaml',
  'dangers.yaml',
  'examples.csv',
  'texts.zh-CN.yaml',
  'texts.en.yaml',
];

/**
 * Reads a town from the files that people edit. Every error is reported at once, by file, row and field; a town is only
 * returned when there is none. What its reading learns from its examples is worked out here, unless `memory` has it.
 * With `expected`, the files of another town are wrong.
 */
export function readTownFiles(files: TownFiles, memory?: Memory, expected?: string): ReadTown {
  const report = new ImportReport();
  reportStrangers(files, FILES, report);
  const settings = readSettings(files, report);
  if (settings && expected !== undefined && settings.id !== expected)
    report.add(
      { file: 'settings.yaml', field: 'id' },
      { 'zh-CN': '是另一个镇的数据', en: "is another town's" },
    );
  const villages = readVillages(files, report);
  const grids = readGrids(files, report);
  const households = readHouseholds(files, report);
  const staff = readStaff(files, report);
  const leave = readLeave(files, report);
  const departments = readDepartments(files, report);
  const supervisors = readSupervisors(files, report);
  const inspections = readInspections(files, report);
  const map = readMap(files, report);
  const places = readPlaces(files, report);
  const reception = readReception(files, report);
  const categories = readCategories(files, report);
  const dutyList = readDutyList(files, report);
  const dangers = readDangers(files, report);
  const examples = readExamples(files, report);
  const programmes = readProgrammes(files, report);
  const texts = readTexts(files, report);
  // The cross-checks need these throughout; without them the other findings stand alone.
  if (!settings || !inspections) return { ok: false, problems: inReadingOrder(report.problems) };
  const town: Town = {
    settings,
    villages,
    grids,
    households,
    staff,
    leave,
    former: [],
    departments,
    supervisors,
    inspections,
    map,
    places,
    reception,
    categories,
    dutyList,
    dangers,
    examples: packExamples(examples),
    model: '',
    programmes,
    texts: texts ?? {},
  };
  for (const { path, message } of checkTown(town, report.unread())) {
    if (path[0] !== 'texts' || texts) report.addAt(path, message);
  }
  // References to categories can only be checked once everything else is right.
  if (report.problems.length === 0) {
    const referring = [...checkDangerCategories(town), ...checkExamples(town, examples)];
    for (const { path, message } of referring) report.addAt(path, message);
  }
  return report.problems.length === 0
    ? { ok: true, town: { ...town, model: learn(town, examples, memory) } }
    : { ok: false, problems: inReadingOrder(report.problems) };
}

function readSettings(files: TownFiles, report: ImportReport): TownSettings | undefined {
  const yaml = readYaml(files, 'settings.yaml', report);
  if (yaml) report.remember(['settings'], yaml.locate);
  return yaml && fit(settingsSchema, yaml.value, yaml.locate, report);
}

function readInspections(files: TownFiles, report: ImportReport): Inspections | undefined {
  const yaml = readYaml(files, 'inspections.yaml', report);
  if (yaml) report.remember(['inspections'], yaml.locate);
  return yaml && fit(inspectionsSchema, yaml.value, yaml.locate, report);
}
