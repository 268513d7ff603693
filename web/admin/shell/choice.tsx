import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** One of several, with its label above. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const all = options.map(([one, text]) => ({ value: one, label: text }));
  return (
    <FormField label={label}>
      <Select
        selectedOption={all.find((option) => option.value === value) ?? null}
        options={all}
        filteringType={all.length > 12 ? 'auto' : 'none'}
        filteringAriaLabel={label}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
