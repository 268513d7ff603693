import * as z from 'zod';
import { examplesOf, packExamples } from '../reading/examples-of.js';
import { exampleSchema } from '../reading/example.js';
import { tellsWho } from '../reading/tells-who.js';
import { pathSchema } from '../town/field-schemas.js';
import { placeSchema, receptionDaySchema } from '../town/place-schemas.js';
import {
  categorySchema,
  dangerSchema,
  departmentSchema,
  dutyEntrySchema,
  gridSchema,
  pathRulesSchema,
  programmeSchema,
  staffSchema,
  supervisorSchema,
  type Town,
  villageSchema,
} from '../town/schema.js';
import type { TownPath } from '../town/town-problem.js';
import { bilingualSchema } from '../words/language.js';
import type { Entry } from './entry.js';
import type { SectionId } from './section-ids.js';
import { keyOf } from './section-keys.js';
import { settingsEntry, settingsEntrySchema, withSettingsEntry } from './settings-entry.js';

/** Where in a section something of the town's data stands. */
export interface Located {
  readonly key: string;
  readonly field: TownPath;
}

/** A part of the town's data that is edited entry by entry. */
export interface Section {
  /** Of one entry; its form and its check. */
  readonly schema: z.ZodObject;
  /** The check of an entry that keeps its key, where what stands in that may stay; absent: the same. */
  readonly keptSchema?: z.ZodObject;
  readonly entriesOf: (town: Town) => readonly Entry[];
  /** The town with these entries, each of which fits the schema. */
  readonly withEntries: (town: Town, entries: readonly Entry[]) => Town;
  /** Where a path of the town's data stands here; undefined where it does not. */
  readonly locate: (path: TownPath, town: Town) => Located | undefined;
}

type ListPart =
  | 'staff'
  | 'departments'
  | 'supervisors'
  | 'villages'
  | 'places'
  | 'reception'
  | 'categories'
  | 'dutyList'
  | 'dangers'
  | 'programmes';

/** A part that is a list of such entries. */
function listed(part: ListPart, schema: z.ZodObject): Section {
  return {
    schema,
    entriesOf: (town) => town[part],
    withEntries: (town, entries) => ({ ...town, [part]: entries }),
    locate: ([first, index, ...field], town) => {
      const entry = first === part && typeof index === 'number' ? town[part][index] : undefined;
      return entry && { key: keyOf(part, entry), field };
    },
  };
}

/** Of each grid some of its fields; the rest stays. */
function ofGrids(section: Pick<Section, 'schema' | 'entriesOf'> & { key: string; in?: string }): Section {
  const { schema, entriesOf, key, in: inner } = section;
  return {
    schema,
    entriesOf,
    withEntries: (town, entries) => {
      const known = new Map(entries.map((entry) => [entry[key], entry]));
      const grids = town.grids.map((grid) => {
        const { [key]: _number, ...changed } = known.get(grid.number) ?? {};
        return inner === undefined ? { ...grid, ...changed } : { ...grid, [inner]: changed };
      });
      return { ...town, grids };
    },
    locate: ([first, index, ...field], town) => {
      const grid = first === 'grids' && typeof index === 'number' ? town.grids[index] : undefined;
      if (!grid || (field[0] === 'posts') !== (inner === 'posts')) return undefined;
      return { key: String(grid.number), field: inner === undefined ? field : field.slice(1) };
    },
  };
}

const deadlineSchema = z.strictObject({ path: pathSchema, ...pathRulesSchema.shape });
const NO_NUMBERS = 'leave out telephone numbers, other long numbers and e-mail addresses';
const textSchema = z.strictObject({ key: z.string(), text: bilingualSchema });

const deadlines: Section = {
  schema: deadlineSchema,
  entriesOf: ({ settings }) => pathSchema.options.map((path) => ({ path, ...settings.paths[path] })),
  withEntries: (town, entries) => {
    const paths = z
      .array(deadlineSchema)
      .parse(entries)
      .map(({ path, ...rules }) => [path, rules]);
    return { ...town, settings: { ...town.settings, paths: Object.fromEntries(paths) } };
  },
  locate: ([first, second, path, ...field]) =>
    first === 'settings' && second === 'paths' && path !== undefined
      ? { key: String(path), field }
      : undefined,
};

const settings: Section = {
  schema: settingsEntrySchema,
  entriesOf: (town) => [settingsEntry(town.settings)],
  withEntries: (town, entries) => ({
    ...town,
    settings: z.array(settingsEntrySchema).parse(entries).reduce(withSettingsEntry, town.settings),
  }),
  locate: ([first, ...field], town) => (first === 'settings' ? { key: town.settings.id, field } : undefined),
};

const texts: Section = {
  schema: textSchema,
  entriesOf: (town) => Object.entries(town.texts).map(([key, text]) => ({ key, text })),
  withEntries: (town, entries) => ({
    ...town,
    texts: Object.fromEntries(
      z
        .array(textSchema)
        .parse(entries)
        .map(({ key, text }) => [key, text]),
    ),
  }),
  locate: ([first, key, ...field]) =>
    first === 'texts' && key !== undefined ? { key: String(key), field: ['text', ...field] } : undefined,
};

/** Of what is written in the console; what is imported may teach the reading what a number is. */
const typedExampleSchema = exampleSchema.extend({
  words: exampleSchema.shape.words.refine((words) => !tellsWho(words), NO_NUMBERS),
});

const examples: Section = {
  schema: typedExampleSchema,
  keptSchema: exampleSchema,
  entriesOf: examplesOf,
  withEntries: (town, entries) => ({
    ...town,
    examples: packExamples(z.array(exampleSchema).parse(entries)),
  }),
  locate: ([first, index, ...field], town) => {
    const example = first === 'examples' && typeof index === 'number' ? examplesOf(town)[index] : undefined;
    return example && { key: example.words, field };
  },
};

/** Everything that is edited. */
export const SECTIONS: Readonly<Record<SectionId, Section>> = {
  staff: listed('staff', staffSchema),
  posts: ofGrids({
    schema: z.strictObject({ grid: gridSchema.shape.number, ...gridSchema.shape.posts.shape }),
    key: 'grid',
    in: 'posts',
    entriesOf: (town) => town.grids.map(({ number, posts }) => ({ grid: number, ...posts })),
  }),
  departments: listed('departments', departmentSchema),
  supervisors: listed('supervisors', supervisorSchema),
  villages: listed('villages', villageSchema),
  grids: ofGrids({
    schema: gridSchema.pick({ number: true, name: true, village: true }),
    key: 'number',
    entriesOf: (town) => town.grids.map(({ number, name, village }) => ({ number, name, village })),
  }),
  places: listed('places', placeSchema),
  reception: listed('reception', receptionDaySchema),
  categories: listed('categories', categorySchema),
  examples,
  dutyList: listed('dutyList', dutyEntrySchema),
  dangers: listed('dangers', dangerSchema),
  deadlines,
  settings,
  programmes: listed('programmes', programmeSchema),
  texts,
};

/** Where something of the town's data is edited, in the first section that has it; undefined where that is in none. */
export function locateIn(
  path: TownPath,
  town: Town,
): ({ readonly section: SectionId } & Located) | undefined {
  for (const [id, section] of Object.entries(SECTIONS) as [SectionId, Section][]) {
    const found = section.locate(path, town);
    if (found) return { section: id, ...found };
  }
  return undefined;
}
