import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import type { FilterProps } from './filter-fields.js';
import { withFilter } from './filters.js';
import { useTyping } from './use-typing.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day, taken when it is whole. */
export function DayFilter<Name extends string>({ query, onChange, name, label }: FilterProps<Name>) {
  const [text, setText] = useTyping(query[name] ?? '');
  return (
    <FormField label={label}>
      <DatePicker
        value={text}
        onChange={({ detail: { value } }) => {
          setText(value);
          if (value === '' || (DAY.test(value) && !Number.isNaN(Date.parse(value))))
            onChange(withFilter(query, name, value));
        }}
      />
    </FormField>
  );
}
