import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { sectionRoute } from '../../../contracts/console/editing.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import type { DraftHeld } from './use-draft.js';
import { EDITING } from './words.js';

interface PhrasesPartProps {
  readonly category: string;
  readonly held: DraftHeld;
}

/** The ways in which people write of a category: the town learns to read it from them. */
export function PhrasesPart({ category, held }: PhrasesPartProps) {
  const words = useWords(EDITING);
  const known = useLoaded(sectionRoute, { params: { section: 'examples' }, query: { of: category } }).value;
  const [typed, setTyped] = useState('');
  const added = (held.draft?.changes ?? []).flatMap(({ section, entry }) =>
    section === 'examples' && entry?.['category'] === category ? [entry['words']] : [],
  );
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const add = () => {
    const changes = [...new Set(lines)].map((phrase) => ({
      section: 'examples' as const,
      key: phrase,
      entry: { words: phrase, kind: 'matter', category, villages: [] },
    }));
    held.put(changes, known?.version ?? 0);
    setTyped('');
  };
  return (
    <FormField
      label={words.phrases}
      description={words.phrasesHint}
      constraintText={[
        ...(known ? [words.phrasesKnown(known.count)] : []),
        ...(added.length > 0 ? [words.phrasesNew(added.length)] : []),
      ].join(' · ')}
      stretch
    >
      <SpaceBetween size="xs">
        <Textarea value={typed} rows={4} onChange={({ detail }) => setTyped(detail.value)} />
        <Button disabled={lines.length === 0 || known === undefined} onClick={add}>
          {words.addPhrases}
        </Button>
        {known && known.count > 0 && (
          <Box color="text-body-secondary">
            {known.entries
              .slice(0, SHOWN)
              .map(({ words: phrase }) => `“${String(phrase)}”`)
              .join(' ')}
          </Box>
        )}
      </SpaceBetween>
    </FormField>
  );
}

/** As many as show how people write. */
const SHOWN = 5;
