import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { written } from '../../../domain/editing/entry.js';
import { useWords } from '../page/catalogue.js';
import { AllowanceInput } from './allowance-input.js';
import { PLACES } from './allowance-unit.js';
import { BilingualInput } from './bilingual-input.js';
import { ChoiceInput } from './choice-input.js';
import type { FieldProps } from './field-props.js';
import { GroupInput } from './group-input.js';
import { ListInput } from './list-input.js';
import { useConstraint, useHint } from './said-of-field.js';
import { chosenBy, useOptions } from './use-options.js';
import { VariantInput } from './variant-input.js';
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
    case 'variant':
      return <VariantInput {...props} by={field.by} variants={field.variants} />;
    case 'yes-no':
      return props.isOptional ? <Labelled {...props} /> : <Tick {...props} />;
    case 'flag':
      return <Tick {...props} />;
    default:
      return <Labelled {...props} />;
  }
}

function Bilingual(props: FieldProps) {
  const { label, value, context, at, isOptional, onChange } = props;
  const hint = useHint(props);
  const take = (both: Readonly<Record<string, string>>) =>
    onChange(isOptional && Object.values(both).every((text) => text === '') ? undefined : both);
  return (
    <BilingualInput
      label={label}
      value={value}
      hint={hint}
      errorOf={(language) => context.errorAt([...at, language]) ?? context.errorAt(at)}
      onChange={take}
    />
  );
}

function Tick(props: FieldProps) {
  const { label, value, context, at, field, onChange } = props;
  const hint = useHint(props);
  return (
    <FormField errorText={context.errorAt(at)}>
      <Checkbox
        checked={value === true}
        {...(hint !== undefined && { description: hint })}
        onChange={({ detail }) => onChange(detail.checked || (field.kind === 'flag' ? undefined : false))}
      >
        {label}
      </Checkbox>
    </FormField>
  );
}

/** What is wrong with a field, also within an allowance, whose parts are one field to whoever fills it in. */
const errorOf = ({ field, context, at }: FieldProps): string | undefined =>
  [[], ...(field.kind === 'allowance' ? PLACES : [])]
    .map((place) => context.errorAt([...at, ...place]))
    .find((one) => one !== undefined);

function Labelled(props: FieldProps) {
  const { label, at, isFixed, field } = props;
  const words = useWords(EDITING);
  const hint = useHint(props);
  const isCode = field.kind === 'text' && at.length === 1 && at[0] === 'id';
  const description = isCode && !isFixed ? words.code : hint;
  return (
    <FormField
      label={label}
      errorText={errorOf(props)}
      constraintText={useConstraint(props)}
      {...(description !== undefined && { description })}
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
          chosen={options.find((one) => one.value === chosenBy(value))}
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
