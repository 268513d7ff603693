import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Entry, isObject } from '../../../domain/editing/entry.js';
import type { NamedField } from '../../../domain/editing/field.js';
import { fieldWords } from '../../../domain/editing/field-words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { emptyEntry } from './empty-value.js';
import { FieldInput } from './field-input.js';
import type { FieldProps, FormContext } from './field-props.js';
import { useHint } from './said-of-field.js';
import { EDITING } from './words.js';

interface FieldsProps {
  readonly context: FormContext;
  readonly at: FieldProps['at'];
  readonly fields: readonly NamedField[];
  readonly value: Entry;
  /** Fields that stay as they are. */
  readonly fixed?: readonly string[];
  readonly onChange: (value: Entry) => void;
}

/** Fields below each other. */
export function Fields({ context, at, fields, value, fixed = [], onChange }: FieldsProps) {
  const { language } = usePage();
  return (
    <SpaceBetween size="m">
      {fields.map(({ name, path, field, isOptional, standard }) => (
        <FieldInput
          key={name}
          context={context}
          at={[...at, name]}
          path={path}
          field={field}
          label={fieldWords(path)?.[language] ?? name}
          value={value[name]}
          isOptional={isOptional}
          standard={standard}
          isFixed={fixed.includes(name)}
          onChange={(changed) => {
            const { [name]: _before, ...others } = value;
            onChange(changed === undefined ? others : { ...value, [name]: changed });
          }}
        />
      ))}
    </SpaceBetween>
  );
}

/** Fields that belong together; where they may be left out, a tick says whether they are there. */
export function GroupInput(props: FieldProps & { readonly fields: readonly NamedField[] }) {
  const { context, at, fields, label, value, isOptional, onChange } = props;
  const words = useWords(EDITING);
  const hint = useHint(props);
  const isThere = isObject(value);
  return (
    <FormField
      label={label}
      errorText={context.errorAt(at)}
      stretch
      {...(hint !== undefined && { description: hint })}
    >
      <SpaceBetween size="s">
        {isOptional && (
          <Checkbox
            checked={isThere}
            onChange={({ detail }) => onChange(detail.checked ? emptyEntry(fields) : undefined)}
          >
            {words.use(label)}
          </Checkbox>
        )}
        {(isThere || !isOptional) && (
          <div className="within">
            <Fields
              context={context}
              at={at}
              fields={fields}
              value={isThere ? value : {}}
              onChange={onChange}
            />
          </div>
        )}
      </SpaceBetween>
    </FormField>
  );
}
