import type { AnswerDraft, AnswerError } from '../answer.js';
import type { FormField } from '../ask.js';
import { usePage } from '../page-context.js';
import { type ControlProps, Field } from './field.js';

export interface FormFieldsProps {
  readonly fields: readonly FormField[];
  readonly typed: AnswerDraft['form'];
  readonly errors: readonly AnswerError[];
  readonly onChange: (change: Partial<AnswerDraft>) => void;
}

/** The form of a programme, made from its fields. */
export function FormFields({ fields, typed, errors, onChange }: FormFieldsProps) {
  const { answer } = usePage().messages;
  return (
    <fieldset>
      <legend>{answer.form}</legend>
      <p class="hint">{answer.formHint}</p>
      {fields.map((field) => (
        <Field
          key={field.id}
          field={`form/${field.id}`}
          label={field.label}
          after={field.required ? answer.required : answer.optional}
          errors={errors}
        >
          {(control) => (
            <Control
              field={field}
              control={control}
              value={typed[field.id] ?? ''}
              onType={(value) => onChange({ form: { ...typed, [field.id]: value } })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

interface ControlOfField {
  readonly field: FormField;
  readonly control: ControlProps;
  readonly value: string;
  readonly onType: (value: string) => void;
}

function Control({ field, control, value, onType }: ControlOfField) {
  const { answer } = usePage().messages;
  const choices =
    field.type === 'yes-no'
      ? [
          { value: 'yes', label: answer.yes },
          { value: 'no', label: answer.no },
        ]
      : (field.choices ?? []);
  if (field.type === 'choice' || field.type === 'yes-no')
    return (
      <select {...control} value={value} onChange={(event) => onType(event.currentTarget.value)}>
        <option value="">{answer.unchosen}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  const typing = { ...control, value, autocomplete: 'off' } as const;
  const onInput = (event: { readonly currentTarget: HTMLInputElement }) => onType(event.currentTarget.value);
  if (field.type === 'date') return <input {...typing} type="date" onInput={onInput} />;
  const inputMode = field.type === 'number' ? 'decimal' : undefined;
  return <input {...typing} type="text" inputMode={inputMode} onInput={onInput} />;
}
