import Checkbox from '@cloudscape-design/components/checkbox';
import FormFieldBox from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormField } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { BilingualInput } from './bilingual-input.js';
import { ChoicesEditor } from './choices-editor.js';
import { PROGRAMMES } from './words.js';

export interface FieldEditorProps {
  readonly field: FormField;
  readonly isReadOnly: boolean;
  readonly onChange: (field: FormField) => void;
}

/** A field that is no choice has no choices, one that is no number no limits. */
function ofType(field: FormField, type: FormField['type']): FormField {
  const { choices = [], min: _min, max: _max, ...others } = field;
  return type === 'choice' ? { ...others, type, choices } : { ...others, type };
}

/** One field of a form. */
export function FieldEditor({ field, isReadOnly, onChange }: FieldEditorProps) {
  const words = useWords(PROGRAMMES);
  const types = Object.entries(words.types).map(([value, label]) => ({ value, label }));
  return (
    <SpaceBetween size="s">
      <BilingualInput
        label={words.name}
        value={field.label}
        isReadOnly={isReadOnly}
        onChange={(label) => onChange({ ...field, label })}
      />
      <SpaceBetween direction="horizontal" size="l" alignItems="end">
        <FormFieldBox label={words.id}>
          <Input
            value={field.id}
            readOnly={isReadOnly}
            onChange={({ detail }) => onChange({ ...field, id: detail.value })}
          />
        </FormFieldBox>
        <FormFieldBox label={words.type}>
          <Select
            readOnly={isReadOnly}
            selectedOption={types.find(({ value }) => value === field.type) ?? null}
            options={types}
            onChange={({ detail }) =>
              onChange(ofType(field, detail.selectedOption.value as FormField['type']))
            }
          />
        </FormFieldBox>
        {field.type === 'number' && <Limits field={field} isReadOnly={isReadOnly} onChange={onChange} />}
        <Checkbox
          checked={field.required}
          readOnly={isReadOnly}
          onChange={({ detail }) => onChange({ ...field, required: detail.checked })}
        >
          {words.required}
        </Checkbox>
        <Checkbox
          checked={field.personal}
          readOnly={isReadOnly}
          onChange={({ detail }) => onChange({ ...field, personal: detail.checked })}
        >
          {words.personal}
        </Checkbox>
      </SpaceBetween>
      {field.type === 'choice' && (
        <ChoicesEditor
          choices={field.choices ?? []}
          isReadOnly={isReadOnly}
          onChange={(choices) => onChange({ ...field, choices })}
        />
      )}
    </SpaceBetween>
  );
}

function Limits({ field, isReadOnly, onChange }: FieldEditorProps) {
  const words = useWords(PROGRAMMES);
  const set = (which: 'min' | 'max', text: string) => {
    const { [which]: _before, ...others } = field;
    onChange(text === '' ? others : { ...others, [which]: Number(text) });
  };
  return (
    <SpaceBetween direction="horizontal" size="s">
      {(['min', 'max'] as const).map((which) => (
        <FormFieldBox key={which} label={words[which]}>
          <Input
            type="number"
            value={String(field[which] ?? '')}
            readOnly={isReadOnly}
            onChange={({ detail }) => set(which, detail.value)}
          />
        </FormFieldBox>
      ))}
    </SpaceBetween>
  );
}
