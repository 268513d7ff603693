import * as z from 'zod';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { leaveSchema } from '../../domain/town/field-schemas.js';
import type { Grid, Staff, Town } from '../../domain/town/schema.js';
import { problemAnswer } from '../problem.js';
import { day } from '../words.js';

/** Characters; larger than any town's file: the examples of the sample town's reading have over three million. */
const LARGEST_FILE = 4_000_000;

/** The parts of a town, each to be read by itself. */
export const TOWN_PARTS = [
  'grids',
  'villages',
  'staff',
  'people',
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

/** The posts of a grid by staff ids; what is left out is vacant. */
export interface GridPosts extends Readonly<Grid['posts']> {
  readonly grid: number;
}

/** A member of the staff without their phone, which is not looked at where a name is meant. */
export type Person = Pick<Staff, 'id' | 'name' | 'duty'>;

/** A part as `domain/town/schema.ts` has it, under its own name, with the version it is of. */
export type TownPartAnswer<Part extends TownPart> = { readonly version: number } & (Part extends keyof Town
  ? Pick<Town, Part>
  : Part extends 'people'
    ? { readonly people: readonly Person[] }
    : { readonly posts: readonly GridPosts[] });

export const townAnswer = z
  .strictObject({
    id: z.string(),
    version,
    importedAt: z.iso.datetime().optional().describe('When this version was made'),
    counts: z.record(z.string(), z.number().int()).describe('How many there are of each part'),
  })
  .meta({ id: 'ConsoleTown' });
export type TownAnswer = z.infer<typeof townAnswer>;

export const townPartAnswer = z
  .looseObject({ version })
  .describe('The part under its own name: `grids`, `villages`, ...')
  .meta({ id: 'TownPart' });

export const programmeAnswer = z
  .strictObject({ version, programme: z.looseObject({ id: z.string() }) })
  .meta({ id: 'Programme' });

export const changedAnswer = z
  .strictObject({
    version: z.number().int().describe('The version that was made'),
  })
  .meta({ id: 'TownChanged' });

const leaveItem = z.strictObject({
  ...leaveSchema.shape,
  name: z.string(),
  imported: z.boolean().describe("Whether it stands in the town's files; else it was texted, or added here"),
});
export const leaveAnswer = z.strictObject({ items: z.array(leaveItem) }).meta({ id: 'Leave' });
export type LeaveAnswer = z.infer<typeof leaveAnswer>;
export const leaveBody = leaveSchema.extend({ from: day, to: day }).meta({ id: 'LeaveAdded' });
export const leaveOfOne = leaveSchema.extend({ from: day, to: day }).meta({ id: 'LeaveItem' });

/** The problems of a town's data, as an import reports them. */
const townProblems = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.literal(422),
  problems: problemAnswer.shape.problems.unwrap(),
});
export type TownProblems = z.infer<typeof townProblems>;

export const importBody = z
  .strictObject({
    files: z
      .record(z.string().max(200), z.string().max(LARGEST_FILE))
      .describe(
        'Texts by file name, `programmes/gas-emergency.yaml` for one. With `settings.yaml` among them they are the whole town; without, they take the place of the files of the same names',
      ),
    check: z.boolean().default(false).describe('Only report what is wrong and what would change'),
  })
  .meta({ id: 'TownImport' });
export type ImportBody = z.input<typeof importBody>;

const changes = z.strictObject({
  part: z.string(),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
});
export const importAnswer = z
  .strictObject({
    version: z.number().int().describe('The version that was made; with `check`, the one that stands'),
    changes: z.array(changes).describe('By part, the ids of what is new, other than before, or gone'),
  })
  .meta({ id: 'TownImported' });
export type ImportAnswer = z.infer<typeof importAnswer>;

export const exportAnswer = z
  .strictObject({
    version,
    files: z.record(z.string(), z.string()).describe('As an import takes them'),
  })
  .meta({ id: 'TownExport' });
export type ExportAnswer = z.infer<typeof exportAnswer>;

export const townRoute = route({
  method: 'GET',
  path: '/admin/town',
  summary: 'Which version of the data stands, and how much is in it',
  permission: 'town.read',
  answers: { 200: townAnswer },
  problems: REFUSED,
});

export const townPartRoute = route({
  method: 'GET',
  path: '/admin/town/{part}',
  summary:
    'A part of the data; phones of `staff` whole for whoever may see them, else masked; `people` are the same without phones',
  permission: 'town.read',
  answers: { 200: townPartAnswer },
  problems: REFUSED,
});

export const programmeRoute = route({
  method: 'GET',
  path: '/admin/town/programmes/{id}',
  summary: 'One programme',
  permission: 'town.read',
  answers: { 200: programmeAnswer },
  problems: REFUSED,
});

export const leaveRoute = route({
  method: 'GET',
  path: '/admin/town/leave',
  summary: 'Who is away when',
  permission: 'town.read',
  answers: { 200: leaveAnswer },
  problems: REFUSED,
});

export const addLeaveRoute = route({
  method: 'POST',
  path: '/admin/town/leave',
  summary: 'Adds leave; refused where nobody would stand in',
  permission: 'leave.change',
  body: leaveBody,
  answers: { 201: leaveOfOne },
  problems: [...UNREADABLE, ...REFUSED, 422],
});

export const removeLeaveRoute = route({
  method: 'DELETE',
  path: '/admin/town/leave/{staff}/{from}',
  summary: 'Takes back leave that was added; that of the files is changed there',
  permission: 'leave.change',
  answers: { 200: leaveOfOne },
  problems: [...REFUSED, 409],
});

export const importRoute = route({
  method: 'POST',
  path: '/admin/town/import',
  summary: 'The whole town, or some of its files: all takes effect, or nothing',
  permission: 'town.change',
  body: importBody,
  answers: { 200: importAnswer },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});

export const exportRoute = route({
  method: 'GET',
  path: '/admin/town/export',
  summary: 'The files that an import takes',
  permission: 'town.change',
  answers: { 200: exportAnswer },
  problems: REFUSED,
});
