import type { AnswerError } from '../answer.js';
import { ErrorLine, fieldId } from './field.js';

export interface TicksProps<T> {
  /** As the service calls what is ticked: "documents". */
  readonly field: string;
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly ticked: readonly T[];
  readonly errors: readonly AnswerError[];
  readonly onChange: (ticked: readonly T[]) => void;
}

/** Any number of these, each as large as a thumb. */
export function Ticks<T extends string | number>(props: TicksProps<T>) {
  const { field, legend, hint, choices, ticked, errors, onChange } = props;
  const toggle = (value: T) =>
    onChange(ticked.includes(value) ? ticked.filter((one) => one !== value) : [...ticked, value]);
  return (
    <fieldset class="options">
      <legend>{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <ErrorLine field={field} errors={errors} />
      {choices.map(({ value, label }, index) => (
        <label key={value} class="option">
          <input
            id={index === 0 ? fieldId(field) : undefined}
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
