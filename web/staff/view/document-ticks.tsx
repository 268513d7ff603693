import type { AnswerDraft, AnswerError } from '../answer.js';
import { usePage } from '../page-context.js';
import { ErrorLine, fieldId } from './field.js';

export interface DocumentTicksProps {
  readonly documents: readonly string[];
  /** Numbers, from 1. */
  readonly ticked: readonly number[];
  readonly errors: readonly AnswerError[];
  readonly onChange: (change: Partial<AnswerDraft>) => void;
}

/** Which documents are missing. */
export function DocumentTicks({ documents, ticked, errors, onChange }: DocumentTicksProps) {
  const { answer, ask } = usePage().messages;
  const toggle = (number: number) =>
    onChange({
      documents: ticked.includes(number) ? ticked.filter((one) => one !== number) : [...ticked, number],
    });
  return (
    <fieldset class="options">
      <legend>{answer.documents}</legend>
      <p class="hint">{ask.documentsHint}</p>
      <ErrorLine field="documents" errors={errors} />
      {documents.map((document, index) => (
        <label key={document} class="option">
          <input
            id={index === 0 ? fieldId('documents') : undefined}
            type="checkbox"
            checked={ticked.includes(index + 1)}
            onChange={() => toggle(index + 1)}
          />
          <span>{document}</span>
        </label>
      ))}
    </fieldset>
  );
}
