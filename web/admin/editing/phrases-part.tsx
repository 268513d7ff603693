import Box from '@cloudscape-design/components/box';
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
  /** What is wrong with one of them. */
  readonly error: string | undefined;
}

/** A phrase a line, each once. */
const linesOf = (text: string): string[] => [
  ...new Set(text.split('\n').flatMap((line) => line.trim() || [])),
];

/** The ways in which people write of a category: the town learns to read it from them. */
export function PhrasesPart({ category, held, error }: PhrasesPartProps) {
  const words = useWords(EDITING);
  const known = useLoaded(sectionRoute, { params: { section: 'examples' }, query: { of: category } }).value;
  const added = (held.draft?.changes ?? []).flatMap(({ section, key, base, entry }) =>
    section === 'examples' && !base && entry?.['category'] === category && entry['words'] === key
      ? [key]
      : [],
  );
  const [typed, setTyped] = useState(added.join('\n'));
  // In the draft as soon as it is typed, as every other field.
  const type = (text: string) => {
    const [before, now] = [linesOf(typed), linesOf(text)];
    const gone = before.filter((phrase) => !now.includes(phrase));
    const fresh = now.filter((phrase) => !before.includes(phrase));
    const changes = [
      ...gone.map((key) => ({ section: 'examples' as const, key })),
      ...fresh.map((phrase) => ({
        section: 'examples' as const,
        key: phrase,
        entry: { words: phrase, kind: 'matter', category, villages: [] },
      })),
    ];
    held.put(changes, known?.version ?? 0);
    setTyped(text);
  };
  return (
    <FormField
      label={words.phrases}
      description={words.phrasesHint}
      errorText={error}
      constraintText={[
        ...(known ? [words.phrasesKnown(known.count)] : []),
        ...(added.length > 0 ? [words.phrasesNew(added.length)] : []),
      ].join(' · ')}
      stretch
    >
      <SpaceBetween size="xs">
        <Textarea
          value={typed}
          rows={4}
          disabled={known === undefined}
          onChange={({ detail }) => type(detail.value)}
        />
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
