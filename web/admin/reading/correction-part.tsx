import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type TaughtItem, teachRoute } from '../../../contracts/console/reading.js';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { TownNames } from '../town/use-town-names.js';
import { Choice } from '../shell/choice.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { READING } from './words.js';

/** The corrections; an empty one was read rightly. */
type Corrected = Readonly<Record<'category' | 'danger' | 'village', string>>;
const NOTHING: Corrected = { category: '', danger: '', village: '' };

interface CorrectionPartProps {
  readonly id: string;
  readonly names: TownNames;
}

/** How the words of a request should have been read: kept for the town's reading to learn. */
export function CorrectionPart({ id, names }: CorrectionPartProps) {
  const words = useWords(READING).correcting;
  const { client } = usePage();
  const [corrected, setCorrected] = useState(NOTHING);
  const [kept, setKept] = useState<TaughtItem>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const filled = Object.entries(corrected).filter(([, value]) => value !== '');
  const keep = async () => {
    setBusy(true);
    setProblem(undefined);
    setKept(undefined);
    try {
      setKept(await client.call(teachRoute, { params: { id }, body: Object.fromEntries(filled) }));
      setCorrected(NOTHING);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  return (
    <ExpandableSection variant="container" headerText={words.title} headerDescription={words.hint}>
      <SpaceBetween size="m">
        <Fields corrected={corrected} names={names} onCorrected={setCorrected} />
        <Button
          loading={isBusy}
          disabled={filled.length === 0}
          disabledReason={filled.length === 0 ? words.nothing : ''}
          onClick={() => void keep()}
        >
          {words.keep}
        </Button>
        {problem && <ProblemAlert problem={problem} />}
        <LiveRegion>{kept && <Kept words={kept.words} />}</LiveRegion>
      </SpaceBetween>
    </ExpandableSection>
  );
}

function Kept({ words: said }: { words: string }) {
  const words = useWords(READING).correcting;
  return (
    <Alert type="success" header={words.kept}>
      {words.keptHint}
      <Box variant="p">{said}</Box>
    </Alert>
  );
}

interface FieldsProps {
  readonly corrected: Corrected;
  readonly names: TownNames;
  readonly onCorrected: (corrected: Corrected) => void;
}

function Fields({ corrected, names, onCorrected }: FieldsProps) {
  const { correcting: words, dangers } = useWords(READING);
  const { language } = usePage();
  const named = (list: TownNames['categories']) => list.map(({ id, name }) => [id, name[language]] as const);
  const options: Readonly<Record<keyof Corrected, readonly (readonly [string, string])[]>> = {
    category: named(names.categories),
    danger: Object.entries(dangers).toReversed(),
    village: named(names.villages),
  };
  return (
    <ColumnLayout columns={3}>
      {(['category', 'danger', 'village'] as const).map((what) => (
        <Choice
          key={what}
          label={words[what]}
          value={corrected[what]}
          options={[['', words.asRead], ...options[what]]}
          onChange={(value) => onCorrected({ ...corrected, [what]: value })}
        />
      ))}
    </ColumnLayout>
  );
}
