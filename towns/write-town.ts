import { stringify } from 'yaml';
import { plainCsvRow } from '../domain/csv/plain-csv.js';
import { languageSchema } from '../domain/words/language.js';
import { examplesOf } from '../domain/reading/examples-of.js';
import type { Town } from '../domain/town/schema.js';
import { writeWkt } from './parse-wkt.js';
import { exampleCells } from './read-examples.js';
import { writeMap } from './read-map.js';

type Cells = readonly (string | number)[];

/**
 * A town as the files it is imported from: read again they are the same town. What people wrote beside it for other
 * people, as comments, is not in the town and so not in these.
 */
export function writeTown(town: Town): Record<string, string> {
  const { settings, departments, inspections, places, reception, categories, dutyList, dangers, programmes } =
    town;
  return {
    ...tables(town),
    'settings.yaml': yaml(settings),
    'departments.yaml': yaml(departments),
    'inspections.yaml': yaml(inspections),
    ...writeMap(town.map),
    'places.yaml': yaml(places),
    'reception.yaml': yaml(reception),
    'categories.yaml': yaml(categories),
    'duty-list.yaml': yaml(dutyList),
    'dangers.yaml': yaml(dangers),
    ...examples(town),
    ...Object.fromEntries(
      programmes.map((programme) => [`programmes/${programme.id}.yaml`, yaml(programme)]),
    ),
    ...texts(town),
  };
}

/** A value as a YAML file. Long lines are left whole, so that a text stands on one. */
const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

function tables({ villages, grids, households, staff, leave, supervisors }: Town): Record<string, string> {
  const groups = villages.flatMap(({ id, groups: own }) => own.map(({ number, grid }) => [id, number, grid]));
  return {
    'villages.csv': csv(
      ['id', 'name_zh', 'name_en'],
      villages.map(({ id, name }) => [id, name['zh-CN'], name.en]),
    ),
    'groups.csv': csv(['village', 'group', 'grid'], groups),
    'grids.csv': csv(
      ['number', 'name_zh', 'name_en', 'village', 'polygon'],
      grids.map(({ number, name, village, polygon }) => [
        number,
        name['zh-CN'],
        name.en,
        village,
        writeWkt(polygon),
      ]),
    ),
    'posts.csv': csv(
      ['grid', 'a', 'b', 'c'],
      grids.map(({ number, posts: { a, b, c } }) => [number, a ?? '', b ?? '', c ?? '']),
    ),
    'households.csv': csv(
      ['grid', 'number', 'village', 'group', 'class', 'people'],
      households.map((one) => [one.grid, one.number, one.village, one.group, one.class, one.people ?? '']),
    ),
    'staff.csv': csv(
      ['id', 'name', 'phone', 'duty', 'language'],
      staff.map(({ id, name, phone, duty, language }) => [id, name, phone, duty, language]),
    ),
    'leave.csv': csv(
      ['staff', 'from', 'to'],
      leave.map((one) => [one.staff, one.from, one.to]),
    ),
    'supervisors.csv': csv(
      ['staff', 'role', 'village'],
      supervisors.map((one) => [one.staff, one.role, one.village]),
    ),
  };
}

function examples(town: Town): Record<string, string> {
  const { header, rows } = exampleCells(examplesOf(town));
  return rows.length === 0 ? {} : { 'examples.csv': csv(header, rows) };
}

const texts = (town: Town): Record<string, string> =>
  Object.fromEntries(
    languageSchema.options.map((language) => [
      `texts.${language}.yaml`,
      yaml(Object.fromEntries(Object.entries(town.texts).map(([key, text]) => [key, text[language]]))),
    ]),
  );

/** Not for spreadsheets alone, so nothing is put before a seeming formula: it is read again as it stands. */
const csv = (header: readonly string[], rows: readonly Cells[]): string =>
  [header, ...rows].map(plainCsvRow).join('');
