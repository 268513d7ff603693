import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { BulkAct } from './bulk-form.js';
import { BOARD } from './words.board.js';

interface BulkButtonProps {
  readonly count: number;
  readonly onAct: (act: BulkAct) => void;
}

/** The acts on several requests at once, for whoever may do them with one. */
export function BulkButton({ count, onAct }: BulkButtonProps) {
  const words = useWords(BOARD).bulk;
  const { may } = usePage();
  const acts = bulkActs(may);
  return (
    <ButtonDropdown
      disabled={count === 0}
      items={acts.map((act) => ({ id: act, text: words.acts[act] }))}
      onItemClick={({ detail }) => {
        const act = acts.find((one) => one === detail.id);
        if (act) onAct(act);
      }}
    >
      {words.label(count)}
    </ButtonDropdown>
  );
}

/** Which of it somebody may do. */
export const bulkActs = (may: ReturnType<typeof usePage>['may']): BulkAct[] => [
  ...(may('requests.answer') ? (['remind'] as const) : []),
  ...(may('requests.correct') ? (['reassign', 'join'] as const) : []),
];
