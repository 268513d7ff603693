import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type TriedAnswer, takeOverRoute } from '../../../contracts/console/reading.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { TownNames } from '../town/use-town-names.js';
import { Confirm } from '../shell/confirm.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { FiguresTable } from './figures-table.js';
import { FlipTable } from './flip-table.js';
import { READING } from './words.js';

interface TriedPartProps {
  readonly tried: TriedAnswer;
  readonly names: TownNames;
  readonly onTakenOver: () => void;
}

/** The changes, the reasons against them, and the button to take them over. */
export function TriedPart({ tried, names, onTakenOver }: TriedPartProps) {
  const words = useWords(READING);
  const { before, after, lostDangers } = tried;
  return (
    <SpaceBetween size="l">
      {lostDangers.length > 0 && (
        <Alert type="error" header={words.trying.lost(lostDangers.length)}>
          {words.trying.lostHint}
          <ul>
            {lostDangers.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Alert>
      )}
      <FiguresTable
        title={words.figures.compared}
        description={words.figures.comparedHint}
        figures={before}
        after={after}
      />
      <FlipTable tried={tried} names={names} />
      <TakeOver tried={tried} onTakenOver={onTakenOver} />
    </SpaceBetween>
  );
}

function TakeOver({ tried, onTakenOver }: Pick<TriedPartProps, 'tried' | 'onTakenOver'>) {
  const words = useWords(READING).takingOver;
  const { client, may, notify } = usePage();
  const tellFailure = useFailureNotice();
  const [isAsked, setAsked] = useState(false);
  const takeOver = async () => {
    try {
      const body = { version: tried.version };
      const { version } = await client.call(takeOverRoute, { body });
      notify('success', words.done(version));
    } catch (error) {
      tellFailure(error);
    }
    setAsked(false);
    onTakenOver();
  };
  if (!may('town.change')) return <Box color="text-body-secondary">{words.byAdministrator}</Box>;
  return (
    <>
      <Button
        variant="primary"
        disabled={!tried.mayTakeOver}
        disabledReason={tried.mayTakeOver ? '' : words.refused}
        onClick={() => setAsked(true)}
      >
        {words.verb}
      </Button>
      {isAsked && (
        <Confirm
          question={words.question}
          verb={words.verb}
          onConfirm={takeOver}
          onCancel={() => setAsked(false)}
        >
          {words.explained(tried.taught)}
        </Confirm>
      )}
    </>
  );
}
