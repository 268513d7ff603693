import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { sectionRoute } from '../../../contracts/console/editing.js';
import { keyOf } from '../../../domain/editing/section-keys.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { addedPhrases, linesOf, typedPhrases } from './category-phrases.js';
import type { DraftHeld } from './use-draft.js';
import { EDITING } from './words.js';

interface PhrasesPartProps {
  readonly category: string;
  readonly held: DraftHeld;
  /** As they are typed, one a line. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is wrong with one of them. */
  readonly error: string | undefined;
}

/** The ways in which people write of a category: the town learns to read it from them. */
export function PhrasesPart({ category, held, text, onText, error }: PhrasesPartProps) {
  const words = useWords(EDITING);
  const known = useLoaded(sectionRoute, { params: { section: 'examples' }, query: { of: category } }).value;
  const added = addedPhrases(held.draft, category);
  const left = linesOf(text).filter((phrase) => !added.includes(phrase));
  // In the draft as soon as it is typed, as every other field.
  const type = (next: string) => {
    const there = (known?.entries ?? []).map((entry) => keyOf('examples', entry));
    held.put(typedPhrases(held.draft, { category, known: there, text, next }), known?.version ?? 0);
    onText(next);
  };
  return (
    <FormField
      label={words.phrases}
      description={words.phrasesHint}
      errorText={error}
      constraintText={[
        ...(known ? [words.phrasesKnown(known.count)] : []),
        ...(added.length > 0 ? [words.phrasesNew(added.length)] : []),
        ...(left.length > 0 ? [words.phrasesLeft(left.map((phrase) => `“${phrase}”`).join(' '))] : []),
      ].join(' · ')}
      stretch
    >
      <SpaceBetween size="xs">
        <Textarea
          value={text}
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
