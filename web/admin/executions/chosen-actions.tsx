import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { useWords } from '../page/catalogue.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { type Act, ACTS } from './act-plan.js';
import { LISTING } from './words.listing.js';

/** So many are treated in one go, at most. */
export const MOST_CHOSEN = 1_000;

interface ChosenProps {
  readonly chosen: readonly ExecutionRow[];
  readonly onAct: (act: Act, rows: readonly ExecutionRow[]) => void;
  readonly onAll: () => Promise<void>;
}

/** The acts on the chosen executions, and how to choose all that match. */
export function ChosenActions({ chosen, onAct, onAll }: ChosenProps) {
  const words = useWords(LISTING);
  const tellFailure = useFailureNotice();
  const [isChoosing, setChoosing] = useState(false);
  const chooseAll = async () => {
    setChoosing(true);
    await onAll().catch(tellFailure);
    setChoosing(false);
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button loading={isChoosing} loadingText={words.choosing} onClick={() => void chooseAll()}>
        {words.chooseAll}
      </Button>
      <ButtonDropdown
        variant="primary"
        disabled={chosen.length === 0}
        items={ACTS.map((act) => ({ id: act, text: words.acts[act].verb }))}
        onItemClick={({ detail }) => {
          const act = ACTS.find((one) => one === detail.id);
          if (act) onAct(act, chosen);
        }}
      >
        {words.act(chosen.length)}
      </ButtonDropdown>
    </SpaceBetween>
  );
}
