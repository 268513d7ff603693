import * as z from 'zod';
import { allowanceSchema } from '../town/allowance.js';
import { clockTime, halfHour, isoDate } from '../town/field-schemas.js';
import { ADDED } from '../stored/stored-town.js';
import { partySchema, rungSchema } from '../town/schema.js';
import { bilingualSchema } from '../words/language.js';
import { isObject } from './entry.js';
import type { Bounds, Field, NamedField, Variant } from './field.js';
import type { SectionId } from './section-ids.js';
import { SECTIONS } from './sections.js';

/** Which fields name an entry of another section. */
const REFERENCES: Readonly<Record<string, SectionId>> = {
  'posts.a': 'staff',
  'posts.b': 'staff',
  'posts.c': 'staff',
  'departments.contacts': 'staff',
  'supervisors.staff': 'staff',
  'supervisors.village': 'villages',
  'villages.groups.grid': 'grids',
  'grids.village': 'villages',
  'places.department': 'departments',
  'reception.place': 'places',
  'reception.receives': 'staff',
  'categories.programme': 'programmes',
  'categories.department': 'departments',
  'categories.duty': 'dutyList',
  'examples.category': 'categories',
  'examples.villages': 'villages',
  'dutyList.department': 'departments',
  'dangers.category': 'categories',
  'dangers.provider': 'departments',
  'programmes.duty': 'dutyList',
  'programmes.stages.tell': 'departments',
  'settings.departments.dutyDesk': 'departments',
  'settings.departments.dutyLeader': 'departments',
  'settings.departments.townLeader': 'departments',
  'settings.departments.inspectionTeam': 'departments',
  'settings.emergencies.reviewedBy': 'departments',
  'settings.emergencyProgramme': 'programmes',
};

/** Which name a member of one of the entry's own lists. */
const OWN: Readonly<Record<string, string>> = {
  'programmes.eligibility.field': 'form',
  'programmes.places.stage': 'stages',
  'programmes.places.need.field': 'form',
};

/** What somebody is named by beside a department. */
const wordsOf = (union: z.ZodUnion): readonly string[] =>
  union.options.flatMap((option) =>
    option instanceof z.ZodEnum
      ? option.options.map(String)
      : option instanceof z.ZodLiteral
        ? [...option.values].map(String)
        : [],
  );

/** The form of each schema that is no object by its own looks. */
const KNOWN = new Map<z.core.$ZodType, Field>([
  [bilingualSchema, { kind: 'bilingual' }],
  [allowanceSchema, { kind: 'allowance' }],
  [partySchema, { kind: 'party', options: wordsOf(partySchema) }],
  [rungSchema, { kind: 'party', options: wordsOf(rungSchema) }],
  [clockTime, { kind: 'time' }],
  [halfHour, { kind: 'time' }],
  [isoDate, { kind: 'date' }],
]);

/** What stands behind what may be left out. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.def.innerType;
  return inner;
}

function fieldOf(schema: z.core.$ZodType, path: string, standard?: unknown): Field {
  const inner = unwrapped(schema);
  const known = KNOWN.get(inner);
  if (known) return known;
  if (inner instanceof z.ZodArray) return { kind: 'list', of: fieldOf(inner.element, path) };
  const to = REFERENCES[path];
  if (to !== undefined)
    return { kind: 'reference', to, ...(inner instanceof z.ZodNumber ? { isNumber: true } : {}) };
  const list = OWN[path];
  if (list !== undefined) return { kind: 'own', list };
  if (inner instanceof z.ZodDiscriminatedUnion) return variantsOf(inner, path);
  if (inner instanceof z.ZodObject) return { kind: 'group', fields: fieldsOfObject(inner, path, standard) };
  if (inner instanceof z.ZodEnum) return { kind: 'choice', options: inner.options.map(String) };
  if (inner instanceof z.ZodNumber) return { kind: 'number', ...boundsOf(inner) };
  if (inner instanceof z.ZodBoolean) return { kind: 'yes-no' };
  if (inner instanceof z.ZodLiteral) return literalField([...inner.values]);
  return { kind: 'text' };
}

/** It is so, or nothing is said of it; else the one word that it can be. */
const literalField = (values: readonly unknown[]): Field =>
  values.every((value) => typeof value === 'string') ? { kind: 'choice', options: values } : { kind: 'flag' };

/** The values of a number's own checks; what zod gathers of them is left out of functions (`tools/lean-libraries.ts`). */
const limitsOf = ({ def }: z.ZodNumber, check: 'greater_than' | 'less_than'): number[] =>
  (def.checks ?? [])
    .map(({ _zod }): { readonly check: string; readonly value?: unknown } => _zod.def)
    .flatMap(({ check: of, value }) => (of === check && typeof value === 'number' ? [value] : []));

function boundsOf(number: z.ZodNumber): Bounds {
  const low = Math.max(...limitsOf(number, 'greater_than'));
  const high = Math.min(...limitsOf(number, 'less_than'));
  const most = high === Infinity ? {} : { most: high };
  if (low === -Infinity) return most;
  if (number.safeParse(low).success) return { least: low, ...most };
  return number.safeParse(low + 1).success && !number.safeParse(low + 0.5).success
    ? { least: low + 1, ...most }
    : { above: low, ...most };
}

function variantsOf({ def }: z.ZodDiscriminatedUnion, path: string): Field {
  const by = def.discriminator;
  const variants = def.options.flatMap((option): Variant[] => {
    if (!(option instanceof z.ZodObject)) return [];
    const { [by]: told, ...others } = option.shape;
    if (!(told instanceof z.ZodLiteral)) return [];
    return [{ value: String(told.value), fields: fieldsOfShape(others, path) }];
  });
  return { kind: 'variant', by, variants };
}

const standardOf = (schema: z.core.$ZodType): unknown =>
  schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;

/** The fields of a form for what a schema describes; `standard` is what holds besides the defaults in it. */
export const fieldsOfObject = (schema: z.ZodObject, path: string, standard?: unknown): NamedField[] =>
  fieldsOfShape(schema.shape, path, standard);

function fieldsOfShape(shape: z.core.$ZodShape, path: string, standard?: unknown): NamedField[] {
  return Object.entries(shape).map(([name, field]) => {
    const here = `${path}.${name}`;
    const own = isObject(standard) ? (standard[name] ?? standardOf(field)) : standardOf(field);
    const said = fieldOf(field, here, own);
    return {
      name,
      path: here,
      field: said,
      isOptional: field instanceof z.ZodOptional,
      // A group says it of each of its fields.
      ...(own !== undefined && said.kind !== 'group' && { standard: own }),
    };
  });
}

/** What holds besides what the schemas say themselves. */
const STANDARDS: Partial<Record<SectionId, unknown>> = { settings: ADDED };

const made = new Map<SectionId, readonly NamedField[]>();

/** The fields of an entry of a section, derived from its schema. */
export function fieldsOf(section: SectionId): readonly NamedField[] {
  const known = made.get(section) ?? fieldsOfObject(SECTIONS[section].schema, section, STANDARDS[section]);
  made.set(section, known);
  return known;
}

/** The sections that a field, or one within it, refers to. */
export function referredBy(fields: readonly NamedField[]): SectionId[] {
  const within = (field: Field): SectionId[] => {
    switch (field.kind) {
      case 'reference':
        return [field.to];
      case 'party':
        return ['departments'];
      case 'list':
        return within(field.of);
      case 'group':
        return referredBy(field.fields);
      case 'variant':
        return field.variants.flatMap(({ fields: asked }) => referredBy(asked));
      default:
        return [];
    }
  };
  return [...new Set(fields.flatMap(({ field }) => within(field)))];
}
