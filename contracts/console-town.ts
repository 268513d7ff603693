import * as z from 'zod';
import { leaveSchema, staffSchema, type Town } from '../domain/town/schema.js';
import { problemAnswer } from './problem.js';
import { COMMON_QUERY, day, nameOfSomething } from './words.js';

/** Characters; larger than any town's file: the examples of the sample town's reading have two and a half million. */
const LARGEST_FILE = 3_000_000;

export const townQuery = z.object(COMMON_QUERY);

/** What a town consists of, each part to be read by itself. */
export const TOWN_PARTS = [
  'grids',
  'villages',
  'staff',
  'posts',
  'departments',
  'categories',
  'programmes',
  'texts',
  'settings',
  'supervisors',
  'inspections',
] as const;
export type TownPart = (typeof TOWN_PARTS)[number];

const version = z.number().int().describe('The version of the town that this is of');
const readVersion = z
  .number()
  .int()
  .describe('The version that was read before; another in between is a 409');

/** The posts of a grid by staff ids. */
export interface GridPosts {
  readonly grid: number;
  readonly a: string;
  readonly b: string;
  readonly c: string;
}

/** A part as `domain/town/schema.ts` has it, under its own name, with the version it is of. */
export type TownPartAnswer<Part extends TownPart> = { readonly version: number } & (Part extends keyof Town
  ? Pick<Town, Part>
  : { readonly posts: readonly GridPosts[] });

export const townAnswer = z.strictObject({
  id: z.string(),
  version,
  importedAt: z.iso.datetime().optional().describe('When this version was made'),
  counts: z.record(z.string(), z.number().int()).describe('How many there are of each part'),
});
export type TownAnswer = z.infer<typeof townAnswer>;

export const townPartAnswer = z
  .looseObject({ version })
  .describe('The part under its own name: `grids`, `villages`, ...');

export const programmeAnswer = z.strictObject({ version, programme: z.looseObject({ id: z.string() }) });

export const programmeBody = z.strictObject({
  version: readVersion,
  programme: z.looseObject({ id: z.string() }).describe('As in the file of a programme'),
});
export const staffBody = z.strictObject({ version: readVersion, ...staffSchema.omit({ id: true }).shape });
export const postsBody = z.strictObject({
  version: readVersion,
  a: nameOfSomething,
  b: nameOfSomething,
  c: nameOfSomething,
});

export const changedAnswer = z.strictObject({
  version: z.number().int().describe('The version that was made'),
});
export type ChangedAnswer = z.infer<typeof changedAnswer>;

const leaveItem = z.strictObject({
  ...leaveSchema.shape,
  name: z.string(),
  imported: z.boolean().describe("Whether it stands in the town's files; else it was texted, or added here"),
});
export const leaveAnswer = z.strictObject({ items: z.array(leaveItem) });
export type LeaveAnswer = z.infer<typeof leaveAnswer>;
export const leaveBody = leaveSchema.extend({ from: day, to: day });

/** What is wrong with a town's data, as an import reports it. */
const townProblems = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.literal(422),
  problems: problemAnswer.shape.problems.unwrap(),
});
export type TownProblems = z.infer<typeof townProblems>;

export const importBody = z.strictObject({
  files: z
    .record(z.string().max(200), z.string().max(LARGEST_FILE))
    .describe(
      'Texts by file name, `programmes/gas-emergency.yaml` for one. With `settings.yaml` among them they are the whole town; without, they take the place of the files of the same names',
    ),
  check: z.boolean().default(false).describe('Only report what is wrong and what would change'),
});
export type ImportBody = z.input<typeof importBody>;

const changes = z.strictObject({
  part: z.string(),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
});
export const importAnswer = z.strictObject({
  version: z.number().int().describe('The version that was made; with `check`, the one that stands'),
  changes: z.array(changes).describe('By part, the ids of what is new, other than before, or gone'),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

export const exportAnswer = z.strictObject({
  version,
  files: z.record(z.string(), z.string()).describe('As an import takes them'),
});
export type ExportAnswer = z.infer<typeof exportAnswer>;
