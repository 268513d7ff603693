import { usePage } from '../page-context.js';
import type { FieldsProps } from './fields-props.js';

const WISHES = ['confidential', 'anonymous'] as const;

/** Who is not to learn of it, or of who reported it. */
export function WishFields({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { form } = usePage().messages;
  return (
    <>
      {WISHES.map((name) => (
        <div class="field" key={name}>
          <div class="tick">
            <input
              id={name}
              type="checkbox"
              checked={draft[name]}
              aria-describedby={`${name}-hint`}
              onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
            />
            <label for={name}>{form.wishes[name].label}</label>
          </div>
          <p class="hint" id={`${name}-hint`}>
            {form.wishes[name].hint}
          </p>
        </div>
      ))}
    </>
  );
}
