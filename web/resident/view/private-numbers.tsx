import { findPrivateNumbers, withoutNumbers } from '../../../domain/privacy/private-numbers.js';
import { joined } from '../../../contracts/pages/join-words.js';
import { usePage } from '../page-context.js';
import type { FieldsProps } from './fields-props.js';

/** Says which private numbers stand in the words, takes them out, or is told that they are needed. */
export function PrivateNumbers({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { messages, language } = usePage();
  const { form } = messages;
  const kinds = [...new Set(findPrivateNumbers(draft.description).map(({ kind }) => kind))];
  const words = kinds.map((kind) => form.numbers[kind]);
  const takeOut = () =>
    onChange({ description: withoutNumbers(draft.description, kinds), keepNumbers: false });
  return (
    <div role="status">
      {kinds.length > 0 && (
        <div class="field notice">
          <p>{form.numbersFound(joined(words, language, 'conjunction'))}</p>
          <button type="button" class="second" onClick={takeOut}>
            {form.numbersOut}
          </button>
          <div class="tick">
            <input
              id="keep-numbers"
              type="checkbox"
              checked={draft.keepNumbers}
              onChange={(event) => onChange({ keepNumbers: event.currentTarget.checked })}
            />
            <label for="keep-numbers">{form.numbersKeep}</label>
          </div>
        </div>
      )}
    </div>
  );
}
