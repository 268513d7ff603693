import * as z from 'zod';
import { allowanceSchema } from '../town/allowance.js';
import { clockTime, halfHour, isoDate } from '../town/field-schemas.js';
import { partySchema } from '../town/schema.js';
import { bilingualSchema } from '../words/language.js';
import { unwrapped } from './allowance-settings.js';
import type { Field, NamedField } from './field.js';
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
};

/** Which name a member of one of the entry's own lists. */
const OWN: Readonly<Record<string, string>> = {
  'programmes.eligibility.field': 'form',
  'programmes.places.stage': 'stages',
  'programmes.places.need.field': 'form',
};

/** The form of each schema that is no object by its own looks. */
const KNOWN = new Map<z.core.$ZodType, Field>([
  [bilingualSchema, { kind: 'bilingual' }],
  [allowanceSchema, { kind: 'allowance' }],
  [partySchema, { kind: 'party' }],
  [clockTime, { kind: 'time' }],
  [halfHour, { kind: 'time' }],
  [isoDate, { kind: 'date' }],
]);

function fieldOf(schema: z.core.$ZodType, path: string): Field {
  const inner = unwrapped(schema);
  const known = KNOWN.get(inner);
  if (known) return known;
  if (inner instanceof z.ZodArray) return { kind: 'list', of: fieldOf(inner.element, path) };
  const to = REFERENCES[path];
  if (to !== undefined)
    return { kind: 'reference', to, ...(inner instanceof z.ZodNumber ? { isNumber: true } : {}) };
  const list = OWN[path];
  if (list !== undefined) return { kind: 'own', list };
  if (inner instanceof z.ZodObject) return { kind: 'group', fields: fieldsOfObject(inner, path) };
  if (inner instanceof z.ZodEnum) return { kind: 'choice', options: inner.options.map(String) };
  if (inner instanceof z.ZodNumber) return { kind: 'number' };
  if (inner instanceof z.ZodBoolean) return { kind: 'yes-no' };
  // It is so, or nothing is said of it.
  if (inner instanceof z.ZodLiteral) return { kind: 'flag' };
  return { kind: 'text' };
}

const fieldsOfObject = (schema: z.ZodObject, path: string): NamedField[] =>
  Object.entries(schema.shape).map(([name, field]) => {
    const here = `${path}.${name}`;
    return {
      name,
      path: here,
      field: fieldOf(field, here),
      isOptional: field instanceof z.ZodOptional,
    };
  });

const made = new Map<SectionId, readonly NamedField[]>();

/** The fields of an entry of a section, derived from its schema. */
export function fieldsOf(section: SectionId): readonly NamedField[] {
  const known = made.get(section) ?? fieldsOfObject(SECTIONS[section].schema, section);
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
      default:
        return [];
    }
  };
  return [...new Set(fields.flatMap(({ field }) => within(field)))];
}
