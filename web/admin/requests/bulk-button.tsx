import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { type ComponentType, useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { BulkAct, BulkFormProps, Chosen } from './bulk-form.js';
import { BOARD } from './words.board.js';

interface BulkButtonProps {
  readonly chosen: readonly Chosen[];
  /** What each act takes is asked by it; the board does not wait for it. */
  readonly form: ComponentType<BulkFormProps>;
  readonly onChanged: () => void;
}

/** The acts on several requests at once, for whoever may do them with one. */
export function BulkButton({ chosen, form: BulkForm, onChanged }: BulkButtonProps) {
  const words = useWords(BOARD).bulk;
  const { may } = usePage();
  const [begun, setBegun] = useState<{ act: BulkAct; chosen: readonly Chosen[] }>();
  const acts = bulkActs(may);
  return (
    <>
      <ButtonDropdown
        disabled={chosen.length === 0}
        items={acts.map((act) => ({ id: act, text: words.acts[act] }))}
        onItemClick={({ detail }) => {
          const act = acts.find((one) => one === detail.id);
          if (act) setBegun({ act, chosen });
        }}
      >
        {words.label(chosen.length)}
      </ButtonDropdown>
      {begun && (
        <BulkForm
          {...begun}
          onEnd={(isBegun) => {
            setBegun(undefined);
            if (isBegun) onChanged();
          }}
        />
      )}
    </>
  );
}

/** Which of it somebody may do. */
export const bulkActs = (may: ReturnType<typeof usePage>['may']): BulkAct[] => [
  ...(may('requests.answer') ? (['remind'] as const) : []),
  ...(may('requests.correct') ? (['reassign', 'join'] as const) : []),
];
