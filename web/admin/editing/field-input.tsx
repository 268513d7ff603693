import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { isObject, written } from '../../../domain/editing/entry.js';
import { memberName } from '../../../domain/editing/value-words.js';
import { choiceWords, PARTIES } from '../../../domain/editing/field-words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { AllowanceInput } from './allowance-input.js';
import { BilingualInput } from './bilingual-input.js';
import { ChoiceInput, type Choosable } from './choice-input.js';
import type { FieldProps } from './field-props.js';
import { GroupInput } from './group-input.js';
import { ListInput } from './list-input.js';
import { EDITING } from './words.js';

/** The input of one field, whatever it holds. */
export function FieldInput(props: FieldProps) {
  const { field } = props;
  switch (field.kind) {
    case 'bilingual':
      return <Bilingual {...props} />;
    case 'list':
      return <ListInput {...props} of={field.of} />;
    case 'group':
      return <GroupInput {...props} fields={field.fields} />;
    case 'yes-no':
      return props.isOptional ? <Labelled {...props} /> : <Tick {...props} />;
    case 'flag':
      return <Tick {...props} />;
    default:
      return <Labelled {...props} />;
  }
}

function Bilingual({ label, value, context, at, isOptional, onChange }: FieldProps) {
  const take = (both: Readonly<Record<string, string>>) =>
    onChange(isOptional && Object.values(both).every((text) => text === '') ? undefined : both);
  return (
    <BilingualInput
      label={label}
      value={value}
      errorOf={(language) => context.errorAt([...at, language]) ?? context.errorAt(at)}
      onChange={take}
    />
  );
}

function Tick({ label, value, context, at, field, onChange }: FieldProps) {
  return (
    <FormField errorText={context.errorAt(at)}>
      <Checkbox
        checked={value === true}
        onChange={({ detail }) => onChange(detail.checked || (field.kind === 'flag' ? undefined : false))}
      >
        {label}
      </Checkbox>
    </FormField>
  );
}

function Labelled(props: FieldProps) {
  const { label, context, at, isFixed, field } = props;
  const words = useWords(EDITING);
  const isCode = field.kind === 'text' && at.length === 1 && at[0] === 'id';
  return (
    <FormField
      label={label}
      errorText={context.errorAt(at)}
      {...(isCode && !isFixed && { description: words.code })}
    >
      <Control {...props} />
    </FormField>
  );
}

function Control(props: FieldProps) {
  const { field, label, value, isOptional, isFixed = false, onChange } = props;
  const options = useOptions(props);
  switch (field.kind) {
    case 'allowance':
      return <AllowanceInput label={label} value={value} isOptional={isOptional} onChange={onChange} />;
    case 'choice':
    case 'reference':
    case 'own':
    case 'party':
    case 'yes-no':
      return (
        <ChoiceInput
          options={options}
          chosen={options.find((one) => written(one.value) === keyOf(value))}
          isOptional={isOptional}
          isFixed={isFixed}
          onChoose={onChange}
        />
      );
    case 'number':
      return (
        <Input
          type="number"
          step="any"
          readOnly={isFixed}
          value={written(value)}
          onChange={({ detail }) => onChange(detail.value === '' ? undefined : Number(detail.value))}
        />
      );
    default:
      return (
        <Input
          readOnly={isFixed}
          value={written(value)}
          placeholder={PLACEHOLDERS[field.kind] ?? ''}
          onChange={({ detail }) => onChange(isOptional && detail.value === '' ? undefined : detail.value)}
        />
      );
  }
}

const PLACEHOLDERS: Partial<Record<FieldProps['field']['kind'], string>> = {
  time: '08:30',
  date: '2026-10-01',
};

/** A party that is a department is chosen by that. */
const keyOf = (value: unknown): string => (isObject(value) ? JSON.stringify(value) : written(value));

function useOptions({ field, path, context }: FieldProps): readonly Choosable[] {
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
        ...Object.entries(PARTIES).map(([value, name]) => ({ value, label: name[language] })),
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
