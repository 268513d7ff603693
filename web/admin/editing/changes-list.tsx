import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import type { ChangedEntry } from '../../../contracts/console/editing.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EDITING } from './words.js';

const COLOURS = { added: 'green', changed: 'blue', removed: 'red' } as const;

/** Whether an entry is new, changed, or goes. */
export function HowBadge({ how }: { how: ChangedEntry['how'] }) {
  const words = useWords(EDITING);
  return <Badge color={COLOURS[how]}>{words.how[how]}</Badge>;
}

/** The changes, in words. */
export function ChangesList({ changed }: { changed: readonly ChangedEntry[] }) {
  const { language } = usePage();
  return (
    <ul className="changes">
      {changed.map(({ section, key, how, title, lines }) => (
        <li key={`${section} ${key}`}>
          <HowBadge how={how} />{' '}
          <Box variant="strong">{`${SECTION_WORDS[section].name[language]} · ${title}`}</Box>
          {lines.length > 0 && (
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
