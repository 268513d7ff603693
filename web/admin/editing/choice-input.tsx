import Select from '@cloudscape-design/components/select';
import { useWords } from '../page/catalogue.js';
import { EDITING } from './words.js';

/** Something to be chosen. */
export interface Choosable {
  readonly value: string;
  /** The value chosen with it, where that is no text. */
  readonly gives?: unknown;
  readonly label: string;
  readonly description?: string;
}

interface ChoiceInputProps {
  readonly options: readonly Choosable[];
  readonly chosen: Choosable | undefined;
  readonly isOptional: boolean;
  readonly isFixed: boolean;
  readonly ariaLabel?: string;
  readonly onChoose: (value: unknown) => void;
}

const NOTHING = '';
/** So many can be looked through without typing. */
const FEW = 12;

/** One of what there is, found by typing where there is much; nothing where that is allowed. */
export function ChoiceInput(props: ChoiceInputProps) {
  const { options, chosen, isOptional, isFixed, ariaLabel, onChoose } = props;
  const words = useWords(EDITING);
  const shown = [
    ...(isOptional ? [{ value: NOTHING, label: words.empty }] : []),
    ...options.map(({ value, label, description }) => ({
      value,
      label,
      ...(description !== undefined && { filteringTags: [description] }),
    })),
  ];
  const choose = (value: string) => {
    const found = options.find((one) => one.value === value);
    onChoose(found ? (found.gives ?? found.value) : undefined);
  };
  return (
    <Select
      {...(ariaLabel !== undefined && { ariaLabel })}
      readOnly={isFixed}
      placeholder={words.chosen}
      selectedOption={
        chosen
          ? { value: chosen.value, label: chosen.label }
          : isOptional
            ? { value: NOTHING, label: words.empty }
            : null
      }
      options={shown}
      {...(options.length > FEW && { filteringType: 'auto' as const, filteringAriaLabel: words.find })}
      onChange={({ detail }) => choose(detail.selectedOption.value ?? NOTHING)}
    />
  );
}
