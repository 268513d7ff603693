import { isObject, written } from '../../../domain/editing/entry.js';
import { choiceWords } from '../../../domain/editing/field-words.js';
import { memberName, partyWords } from '../../../domain/editing/value-words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { Choosable } from './choice-input.js';
import type { FieldProps } from './field-props.js';
import { EDITING } from './words.js';

/** By what a chosen value is found among the options: a party that is a department is chosen by that. */
export const chosenBy = (value: unknown): string =>
  isObject(value) ? JSON.stringify(value) : written(value);

/** What can be chosen for a field; nothing where it is no choice. */
export function useOptions({
  field,
  path,
  context,
}: Pick<FieldProps, 'field' | 'path' | 'context'>): readonly Choosable[] {
  const { language } = usePage();
  const words = useWords(EDITING);
  switch (field.kind) {
    case 'choice':
      return field.options.map((value) => ({
        value,
        label: (choiceWords(path, value) ?? context.names('dangers').get(value))?.[language] ?? value,
      }));
    case 'reference':
      return [...context.names(field.to)].map(([key, name]) => ({
        value: key,
        gives: field.isNumber ? Number(key) : key,
        label: name[language],
        description: key,
      }));
    case 'own': {
      const list = context.entry[field.list];
      return (Array.isArray(list) ? list : []).filter(isObject).map((member) => ({
        value: written(member['id']),
        label: memberName(member)?.[language] || written(member['id']),
      }));
    }
    case 'party':
      return [
        ...field.options.map((value) => ({ value, label: partyWords(value, context.names)[language] })),
        ...[...context.names('departments')].map(([key, name]) => ({
          value: JSON.stringify({ department: key }),
          gives: { department: key },
          label: name[language],
        })),
      ];
    case 'yes-no':
      return [
        { value: 'true', gives: true, label: words.yes },
        { value: 'false', gives: false, label: words.no },
      ];
    default:
      return [];
  }
}
