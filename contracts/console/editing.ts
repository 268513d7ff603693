import * as z from 'zod';
import { type Field, PLAIN_FIELDS } from '../../domain/editing/field.js';
import { SECTION_IDS } from '../../domain/editing/section-ids.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { COMMON_QUERY, nameOfSomething } from '../words.js';

/** Characters of a key; a phrase that the town learns from is one. */
const LONGEST_KEY = 1000;
/** Entries that one save changes at most: more are imported. */
const MOST_CHANGES = 500;
/** Phrases that are shown at once, of tens of thousands. */
export const MOST_ENTRIES = 2000;

const sectionId = z.enum(SECTION_IDS);
const entry = z.record(nameOfSomething, z.unknown());
const version = z.number().int().describe('The version of the town that this is of');

export const sectionQuery = z.strictObject({
  ...COMMON_QUERY,
  of: nameOfSomething.optional().describe('Of the phrases, those of this category'),
  find: nameOfSomething.optional().describe('Of the phrases, those that hold these words'),
});

/** What a field holds. It may hold further fields, which the description of the API cannot say of itself: their form is `Field`. */
const ofAnyKind = z
  .looseObject({
    kind: z.enum([
      ...PLAIN_FIELDS,
      'number',
      'choice',
      'party',
      'reference',
      'own',
      'list',
      'group',
      'variant',
    ]),
  })
  .describe('What it holds, and by its kind what more is to be said of it');
const field = ofAnyKind as unknown as z.ZodType<Field>;

const namedField = z.strictObject({
  name: z.string(),
  path: z.string().describe('The names of the fields that lead here, and its own'),
  field,
  isOptional: z.boolean(),
  standard: z
    .unknown()
    .optional()
    .describe('What holds where nothing is said; absent: something must be said'),
});

export const sectionAnswer = z
  .strictObject({
    version,
    fields: z.array(namedField).describe('The form of an entry'),
    entries: z.array(entry).describe('Each as a form has it'),
    count: z.number().int().describe('How many there are, of which the first are shown'),
    names: z
      .record(z.string(), z.array(z.strictObject({ key: z.string(), name: bilingualSchema })))
      .describe('What entries of other sections are called that these refer to'),
  })
  .meta({ id: 'TownSection' });
export type SectionAnswer = z.infer<typeof sectionAnswer>;

const change = z.strictObject({
  section: sectionId,
  key: z.string().max(LONGEST_KEY).describe('Of the entry as it was, or of a new one'),
  entry: entry.optional().describe('What it is to be; absent: it goes'),
});

export const editBody = z
  .strictObject({
    version: z.number().int().describe('The version that was read; another in between is a 409'),
    changes: z.array(change).min(1).max(MOST_CHANGES),
    check: z.boolean().default(false).describe('Only report what is wrong and what would change'),
  })
  .meta({ id: 'TownEdit' });
export type EditBody = z.input<typeof editBody>;

const changed = z.strictObject({
  section: sectionId,
  key: z.string(),
  how: z.enum(['added', 'changed', 'removed']),
  title: z.string(),
  lines: z.array(z.string()).describe('Field by field, in words'),
});
export type ChangedEntry = z.infer<typeof changed>;

export const editAnswer = z
  .strictObject({
    version: z.number().int().describe('The version that was made; with `check`, the one that stands'),
    changed: z.array(changed),
    follows: z.array(z.string()).describe('What comes of it besides, in words: who gets whose open requests'),
  })
  .meta({ id: 'TownEdited' });
export type EditAnswer = z.infer<typeof editAnswer>;

const editProblem = z.strictObject({
  section: sectionId.optional().describe('Absent: it stands in what is only imported'),
  key: z.string().optional(),
  title: z.string().optional().describe('What the entry is called'),
  field: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
});
export type EditProblem = z.infer<typeof editProblem>;
/** What is wrong with a change, each beside its field: 422. */
export const editProblems = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.literal(422),
  found: z.array(editProblem),
});
export type EditProblems = z.infer<typeof editProblems>;

const versionLine = z.strictObject({
  version: z.number().int(),
  at: z.iso.datetime().optional(),
  by: z.string().optional().describe('The name of whoever made it in the console'),
  how: z.enum(['edited', 'imported', 'restored', 'learnt']).optional(),
  restored: z.number().int().optional().describe('The earlier version that it brought back'),
  parts: z.array(z.string()).describe('The parts that it changed'),
});
export type VersionLine = z.infer<typeof versionLine>;

/** Who made which change since a version was read: 409. */
export const conflictProblem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.literal(409),
  version: z.number().int().describe('The version that stands now'),
  since: z.array(versionLine),
  changed: z.array(changed).describe('What these changed'),
});
export type ConflictProblem = z.infer<typeof conflictProblem>;

export const versionsAnswer = z
  .strictObject({ version, items: z.array(versionLine) })
  .meta({ id: 'TownVersions' });
export type VersionsAnswer = z.infer<typeof versionsAnswer>;

export const versionAnswer = z
  .strictObject({
    ...versionLine.shape,
    changed: z.array(changed),
    besides: z.array(z.string()).describe('What differs in parts that are only imported, in words'),
  })
  .meta({ id: 'TownVersion' });
export type VersionAnswer = z.infer<typeof versionAnswer>;

export const restoreBody = editBody.pick({ version: true, check: true }).meta({ id: 'TownRestore' });

export const sectionRoute = route({
  method: 'GET',
  path: '/admin/town/sections/{section}',
  summary: 'A section of the data as it is edited',
  permission: 'town.change',
  query: sectionQuery,
  answers: { 200: sectionAnswer },
  problems: REFUSED,
});

export const editRoute = route({
  method: 'POST',
  path: '/admin/town/changes',
  summary: 'Changes entries of the data, or says what would come of it',
  permission: 'town.change',
  body: editBody,
  answers: { 200: editAnswer },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});

export const versionsRoute = route({
  method: 'GET',
  path: '/admin/town/versions',
  summary: 'Which versions stood, who made each and when',
  permission: 'town.change',
  answers: { 200: versionsAnswer },
  problems: REFUSED,
});

export const versionRoute = route({
  method: 'GET',
  path: '/admin/town/versions/{version}',
  summary: 'What a version changed, in words',
  permission: 'town.change',
  answers: { 200: versionAnswer },
  problems: REFUSED,
});

export const restoreRoute = route({
  method: 'POST',
  path: '/admin/town/versions/{version}/restore',
  summary: 'Brings an earlier version back as a new one, or says what would change',
  permission: 'town.change',
  body: restoreBody,
  answers: { 200: editAnswer },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});
