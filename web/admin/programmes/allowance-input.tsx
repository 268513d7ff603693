import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Allowance } from '../../../domain/town/allowance.js';
import { useWords } from '../page/catalogue.js';
import { allowanceOf, amountOf, type Unit, UNITS } from './allowance-unit.js';
import { PROGRAMMES } from './words.js';

interface AllowanceInputProps {
  readonly label: string;
  readonly value: Allowance;
  readonly isReadOnly: boolean;
  readonly onChange: (value: Allowance) => void;
}

/** So many of a unit; an allowance that is no such thing is shown as it is. */
export function AllowanceInput({ label, value, isReadOnly, onChange }: AllowanceInputProps) {
  const words = useWords(PROGRAMMES);
  const said = amountOf(value);
  if (!said) return <code>{JSON.stringify(value)}</code>;
  const { unit, amount } = said;
  if (isReadOnly) return <>{`${amount} ${words.units[unit]}`}</>;
  const options = UNITS.map((one) => ({ value: one, label: words.units[one] }));
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <div style={{ width: '5rem' }}>
        <Input
          type="number"
          ariaLabel={`${label} ${words.amount}`}
          value={String(amount)}
          onChange={({ detail }) => {
            const typed = Number(detail.value);
            if (typed > 0) onChange(allowanceOf(unit, typed));
          }}
        />
      </div>
      <Select
        ariaLabel={`${label} ${words.unit}`}
        selectedOption={options.find((option) => option.value === unit) ?? null}
        options={options}
        onChange={({ detail }) => onChange(allowanceOf(detail.selectedOption.value as Unit, amount))}
      />
    </SpaceBetween>
  );
}
