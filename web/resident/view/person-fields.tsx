import type { InputHTMLAttributes } from 'preact';
import type { Draft } from '../../../contracts/resident/draft.js';
import { usePage } from '../page-context.js';
import { Field } from './field.js';
import type { FieldsProps } from './fields-props.js';

type TextName = 'name' | 'phone' | 'otherName' | 'otherPhone';

/** Who reports, and for whom. */
export function PersonFields(props: FieldsProps) {
  const { form } = usePage().messages;
  const { draft, onChange } = props;
  const phone = { type: 'tel', inputMode: 'tel' } as const;
  return (
    <fieldset>
      <legend>{form.who}</legend>
      <TextField {...props} field="name" label={form.name} input={{ autocomplete: 'name', required: true }} />
      <TextField
        {...props}
        field="phone"
        label={form.phone}
        hint={form.phoneHint}
        input={{ ...phone, autocomplete: 'tel', required: true }}
      />
      <div class="field">
        <div class="tick">
          <input
            id="for-other"
            type="checkbox"
            checked={draft.forOther}
            aria-describedby="for-other-hint"
            onChange={(event) => onChange({ forOther: event.currentTarget.checked })}
          />
          <label for="for-other">{form.forOther}</label>
        </div>
        <p class="hint" id="for-other-hint">
          {form.forOtherHint}
        </p>
      </div>
      {draft.forOther && (
        <div class="inset">
          <TextField
            {...props}
            field="otherName"
            label={form.otherName}
            input={{ required: true, autocomplete: 'off' }}
          />
          <TextField
            {...props}
            field="otherPhone"
            label={`${form.otherPhone}${form.optional}`}
            input={{ ...phone, autocomplete: 'off' }}
          />
        </div>
      )}
    </fieldset>
  );
}

interface TextFieldProps extends FieldsProps {
  readonly field: TextName & keyof Draft;
  readonly label: string;
  readonly hint?: string;
  readonly input: InputHTMLAttributes;
}

function TextField({ draft, errors, onChange, field, label, hint, input }: TextFieldProps) {
  return (
    <Field field={field} label={label} hint={hint} errors={errors}>
      {(control) => (
        <input
          type="text"
          maxLength={50}
          {...input}
          {...control}
          value={draft[field]}
          onInput={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
