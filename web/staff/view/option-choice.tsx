import type { AnswerDraft, AnswerError } from '../answer.js';
import type { ChoosableOption } from '../ask.js';
import { usePage } from '../page-context.js';
import { ErrorLine, fieldId } from './field.js';

export interface OptionChoiceProps {
  readonly options: readonly ChoosableOption[];
  readonly chosen: AnswerDraft['option'];
  readonly errors: readonly AnswerError[];
  readonly onChange: (change: Partial<AnswerDraft>) => void;
}

/** The possible answers, each as large as a thumb. */
export function OptionChoice({ options, chosen, errors, onChange }: OptionChoiceProps) {
  const { answer } = usePage().messages;
  return (
    <fieldset class="options">
      <legend>{answer.heading}</legend>
      <ErrorLine field="option" errors={errors} />
      {options.map(({ option, label }, index) => (
        <label key={option} class="option">
          <input
            id={index === 0 ? fieldId('option') : undefined}
            type="radio"
            name="option"
            value={option}
            checked={option === chosen}
            onChange={() => onChange({ option })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
