import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type TriedAnswer, tryTaughtRoute } from '../../../contracts/console/reading.js';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { TownNames } from '../town/use-town-names.js';
import { ExpectedProgress } from '../shell/expected-progress.js';
import { HeadedPart } from '../shell/headed.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { TriedPart } from './tried-part.js';
import { READING } from './words.js';

/** How long learning some twenty thousand examples and measuring takes. Seconds. */
const EXPECTED = 20;

interface TryPartProps {
  /** Something was taught that can be tried. */
  readonly isAny: boolean;
  readonly names: TownNames;
  readonly onTakenOver: () => void;
}

/** The changes, worked out when they are asked for; and taking them over. */
export function TryPart({ isAny, names, onTakenOver }: TryPartProps) {
  const words = useWords(READING).trying;
  const { client } = usePage();
  const [tried, setTried] = useState<TriedAnswer>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    setTried(undefined);
    setProblem(undefined);
    try {
      setTried(await client.call(tryTaughtRoute));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  return (
    <SpaceBetween size="l">
      <HeadedPart
        title={words.title}
        description={words.hint}
        actions={
          <Button disabled={!isAny} loading={isBusy} onClick={() => void start()}>
            {words.start}
          </Button>
        }
      >
        {isBusy && <ExpectedProgress label={words.running} hint={words.runningHint} seconds={EXPECTED} />}
        {problem && <ProblemAlert problem={problem} onAgain={() => void start()} />}
        <LiveRegion>{tried && words.done(tried.flipCount)}</LiveRegion>
      </HeadedPart>
      {tried && <TriedPart tried={tried} names={names} onTakenOver={onTakenOver} />}
    </SpaceBetween>
  );
}
