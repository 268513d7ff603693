import type { ComponentChildren } from 'preact';
import type { AnswerError } from '../answer.js';

/** The element of a field, which the error summary links to. */
export const fieldId = (field: string): string => `field-${field.replaceAll('/', '-')}`;

/** The attributes by which a screen reader reads a control's hint and error with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

export interface FieldProps {
  /** As the service calls it: "note". */
  readonly field: string;
  readonly label: string;
  /** Right after the label: whether it must be filled in. */
  readonly after?: string;
  readonly hint?: string | undefined;
  readonly errors: readonly AnswerError[];
  readonly children: (control: ControlProps) => ComponentChildren;
}

const errorAt = (errors: readonly AnswerError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

/** The first thing wrong with a field, beside it. */
export function ErrorLine({ field, errors }: Pick<FieldProps, 'field' | 'errors'>) {
  const error = errorAt(errors, field);
  if (error === undefined) return null;
  return (
    <p class="error" id={`${fieldId(field)}-error`}>
      {error}
    </p>
  );
}

/** A label, a hint, what is wrong, and the control below them. */
export function Field({ field, label, after, hint, errors, children }: FieldProps) {
  const id = fieldId(field);
  const isWrong = errorAt(errors, field) !== undefined;
  const described = [hint === undefined ? [] : [`${id}-hint`], isWrong ? [`${id}-error`] : []].flat();
  return (
    <div class={isWrong ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {after}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <ErrorLine field={field} errors={errors} />
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': isWrong ? true : undefined,
      })}
    </div>
  );
}
