import type { Field, NamedField } from '../../../domain/editing/field.js';
import { fieldsOf } from '../../../domain/editing/fields.js';
import { addingWords } from '../../../domain/editing/field-words.js';
import { SECTION_IDS } from '../../../domain/editing/section-ids.js';

/** Every list to which one is added by a button, however deep. */
const listsIn = (fields: readonly NamedField[]): string[] =>
  fields.flatMap(({ path, field }) => [
    ...(isAddedTo(field) ? [path] : []),
    ...fieldsIn(field).flatMap((one) => listsIn([one])),
  ]);

const isAddedTo = (field: Field): boolean =>
  field.kind === 'list' && ['group', 'reference', 'party'].includes(field.of.kind);

function fieldsIn(field: Field): readonly NamedField[] {
  if (field.kind === 'list') return fieldsIn(field.of);
  if (field.kind === 'group') return field.fields;
  return field.kind === 'variant' ? field.variants.flatMap(({ fields }) => fields) : [];
}

const LISTS = [...new Set(SECTION_IDS.flatMap((section) => listsIn(fieldsOf(section))))];

describe('a list to which one is added', () => {
  test.each(LISTS)('says how one is added, not by the name of all: %s', (path) => {
    expect(addingWords(path)).toEqual({ 'zh-CN': expect.any(String), en: expect.any(String) });
  });
});
