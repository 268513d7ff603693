import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { Choice } from './choice.js';
import { type Filters, withFilter } from './filters.js';
import { useTyping } from './use-typing.js';

export interface FilterProps<Name extends string> {
  readonly query: Filters<Name>;
  readonly onChange: (query: Filters<Name>) => void;
  readonly name: Name;
  readonly label: string;
}

interface OneOfProps<Name extends string> extends FilterProps<Name> {
  readonly any: string;
  readonly options: readonly (readonly [id: string, name: string])[];
}

/** One of several, or any. */
export function OneOf<Name extends string>({ query, onChange, name, label, any, options }: OneOfProps<Name>) {
  return (
    <Choice
      label={label}
      value={query[name] ?? ''}
      options={[['', any], ...options]}
      onChange={(value) => onChange(withFilter(query, name, value))}
    />
  );
}

interface TypedProps<Name extends string> extends FilterProps<Name> {
  /** In characters. */
  readonly width: number;
  readonly placeholder?: string;
  readonly isNumber?: boolean;
}

/** Taken when one leaves the field or presses Enter: half a number is no filter. */
export function Typed<Name extends string>({
  query,
  onChange,
  name,
  label,
  width,
  placeholder,
  isNumber = false,
}: TypedProps<Name>) {
  const [text, setText] = useTyping(query[name] ?? '');
  const take = () => text.trim() !== (query[name] ?? '') && onChange(withFilter(query, name, text.trim()));
  return (
    <FormField label={label}>
      <div style={{ width: `${width}rem`, maxWidth: '80vw' }}>
        <Input
          value={text}
          {...(placeholder === undefined ? {} : { placeholder })}
          inputMode={isNumber ? 'numeric' : 'text'}
          onChange={({ detail }) => setText(detail.value)}
          onBlur={take}
          onKeyDown={({ detail }) => detail.key === 'Enter' && take()}
        />
      </div>
    </FormField>
  );
}
