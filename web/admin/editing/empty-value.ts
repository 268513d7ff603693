import type { Field, NamedField } from '../../../domain/editing/field.js';
import type { Entry } from '../../../domain/editing/entry.js';

/** A new entry, or a member of a list, with its needed fields to be filled in. */
export const emptyEntry = (fields: readonly NamedField[]): Entry =>
  Object.fromEntries(
    fields.flatMap(({ name, field, isOptional }) => {
      const value = isOptional ? undefined : emptyValue(field);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** What a field holds before anything is said; undefined where something must be chosen. */
export function emptyValue(field: Field): unknown {
  switch (field.kind) {
    case 'text':
    case 'time':
    case 'date':
      return '';
    case 'yes-no':
      return false;
    case 'bilingual':
      return { 'zh-CN': '', en: '' };
    case 'allowance':
      return { workingDays: 1 };
    case 'list':
      return [];
    case 'group':
      return emptyEntry(field.fields);
    case 'party':
      return field.options[0];
    case 'choice':
    case 'reference':
    case 'own':
    case 'number':
    case 'variant':
    case 'flag':
      return undefined;
  }
}
