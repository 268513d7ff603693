import type { ComponentChildren } from 'preact';
import {
  errorAt,
  type FieldError,
  fieldId,
  type FieldName,
} from '../../../contracts/resident/field-errors.js';

/** The attributes by which a screen reader reads a control's hint and error with it. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

export interface FieldProps {
  readonly field: FieldName;
  readonly label: string;
  readonly hint?: string;
  readonly errors: readonly FieldError[];
  readonly children: (control: ControlProps) => ComponentChildren;
}

/** The control attributes of a field, and its error where there is one. */
function controlOf({ field, hint, errors }: Omit<FieldProps, 'label' | 'children'>) {
  const id = fieldId(field);
  const error = errorAt(errors, field);
  const described = [
    hint === undefined ? [] : [`${id}-hint`],
    error === undefined ? [] : [`${id}-error`],
  ].flat();
  const control: ControlProps = {
    id,
    name: field,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : true,
  };
  return { control, error };
}

/** A label, a hint, what is wrong, and the control between them. */
export function Field({ field, label, hint, errors, children }: FieldProps) {
  const { control, error } = controlOf({ field, hint, errors });
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={control.id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${control.id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${control.id}-error`}>
          {error}
        </p>
      )}
      {children(control)}
    </div>
  );
}

/** A box to tick, its label beside it. */
export function TickField({ field, label, hint, errors, children }: FieldProps) {
  const { control, error } = controlOf({ field, hint, errors });
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      {error !== undefined && (
        <p class="error" id={`${control.id}-error`}>
          {error}
        </p>
      )}
      <div class="tick">
        {children(control)}
        <label for={control.id}>{label}</label>
      </div>
      {hint !== undefined && (
        <p class="hint" id={`${control.id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
