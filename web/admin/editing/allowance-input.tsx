import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useWords } from '../page/catalogue.js';
import { CUT_OFF, END, isUnit, typedOf, UNITS, valueOf } from './allowance-unit.js';
import { EDITING } from './words.js';

interface AllowanceInputProps {
  readonly label: string;
  readonly value: unknown;
  readonly isOptional: boolean;
  readonly onChange: (value: unknown) => void;
}

const NONE = 'none';

/** So many of a unit, or the end of the working day; what is typed is kept as it is typed. */
export function AllowanceInput({ label, value, isOptional, onChange }: AllowanceInputProps) {
  const words = useWords(EDITING);
  const typed = typedOf(value);
  const chosen = typed === undefined ? NONE : 'unit' in typed ? typed.unit : END;
  const options = [
    ...(isOptional || chosen === NONE ? [{ value: NONE, label: words.noTime }] : []),
    ...UNITS.map((unit) => ({ value: unit as string, label: words.units[unit] })),
    { value: END, label: words.endOfDay },
  ];
  const choose = (unit: string) => {
    if (isUnit(unit)) onChange(valueOf({ unit, amount: typed && 'unit' in typed ? typed.amount : '1' }));
    else onChange(unit === END ? valueOf({ cutOff: CUT_OFF }) : undefined);
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {typed && 'unit' in typed && (
        <div className="amount">
          <Input
            type="number"
            ariaLabel={`${label} ${words.amount}`}
            value={typed.amount}
            onChange={({ detail }) => onChange(valueOf({ unit: typed.unit, amount: detail.value }))}
          />
        </div>
      )}
      <Select
        ariaLabel={`${label} ${words.unit}`}
        selectedOption={options.find((option) => option.value === chosen) ?? null}
        options={options}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? NONE)}
      />
      {typed && 'cutOff' in typed && (
        <FormField constraintText={words.cutOff}>
          <Input
            ariaLabel={`${label} ${words.cutOff}`}
            value={typed.cutOff}
            placeholder={CUT_OFF}
            onChange={({ detail }) => onChange(valueOf({ cutOff: detail.value }))}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
