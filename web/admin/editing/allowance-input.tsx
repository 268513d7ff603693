import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Allowance, allowanceSchema } from '../../../domain/town/allowance.js';
import { useWords } from '../page/catalogue.js';
import { allowanceOf, amountOf, CUT_OFF, isUnit, UNITS } from './allowance-unit.js';
import { EDITING } from './words.js';

interface AllowanceInputProps {
  readonly label: string;
  /** Anything but an allowance is none, as an empty value is. */
  readonly value: unknown;
  readonly isOptional: boolean;
  readonly onChange: (value: Allowance | undefined) => void;
}

const END = 'endOfWorkingDay';
const NONE = 'none';

/** So many of a unit, or the end of the working day. */
export function AllowanceInput({ label, value, isOptional, onChange }: AllowanceInputProps) {
  const words = useWords(EDITING);
  const read = allowanceSchema.safeParse(value);
  const allowance = read.success ? read.data : undefined;
  const said = allowance && amountOf(allowance);
  const cutOff = allowance && END in allowance ? allowance[END].cutOff : undefined;
  const chosen = said?.unit ?? (cutOff === undefined ? NONE : END);
  const options = [
    ...(isOptional || chosen === NONE ? [{ value: NONE, label: words.noTime }] : []),
    ...UNITS.map((unit) => ({ value: unit as string, label: words.units[unit] })),
    { value: END, label: words.endOfDay },
  ];
  const choose = (unit: string) => {
    if (isUnit(unit)) onChange(allowanceOf(unit, said?.amount ?? 1));
    else onChange(unit === END ? { endOfWorkingDay: { cutOff: CUT_OFF } } : undefined);
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {said && (
        <Amount label={label} amount={said.amount} onAmount={(n) => onChange(allowanceOf(said.unit, n))} />
      )}
      <Select
        ariaLabel={`${label} ${words.unit}`}
        selectedOption={options.find((option) => option.value === chosen) ?? null}
        options={options}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? NONE)}
      />
      {cutOff !== undefined && (
        <Input
          ariaLabel={`${label} ${words.cutOff}`}
          value={cutOff}
          placeholder={CUT_OFF}
          onChange={({ detail }) => onChange({ endOfWorkingDay: { cutOff: detail.value } })}
        />
      )}
    </SpaceBetween>
  );
}

interface AmountProps {
  readonly label: string;
  readonly amount: number;
  readonly onAmount: (amount: number) => void;
}

function Amount({ label, amount, onAmount }: AmountProps) {
  const words = useWords(EDITING);
  return (
    <div className="amount">
      <Input
        type="number"
        ariaLabel={`${label} ${words.amount}`}
        value={String(amount)}
        onChange={({ detail }) => {
          const typed = Number(detail.value);
          if (typed > 0) onAmount(typed);
        }}
      />
    </div>
  );
}
