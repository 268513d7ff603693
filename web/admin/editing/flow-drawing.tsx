import Box from '@cloudscape-design/components/box';
import { isObject } from '../../../domain/editing/entry.js';
import type { NamesOf } from '../../../domain/editing/entry-title.js';
import { allowanceWords, memberName, partyWords } from '../../../domain/editing/value-words.js';
import { allowanceSchema } from '../../../domain/town/allowance.js';
import type { Programme } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EDITING } from './words.js';

interface FlowDrawingProps {
  readonly programme: Programme;
  readonly names: NamesOf;
}

const membersIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** The course of a programme: its stages in a row, the steps of each side by side. Half of it may be empty yet. */
export function FlowDrawing({ programme, names }: FlowDrawingProps) {
  const words = useWords(EDITING);
  const { language } = usePage();
  return (
    <section aria-label={words.flow}>
      <Box variant="h3" tagOverride="h2">
        {words.flow}
      </Box>
      <ol className="flow">
        {membersIn(programme.stages).map((stage, place) => (
          <li key={`${place}`}>
            <strong>{memberName(stage)?.[language] || '–'}</strong>
            <ul>
              {membersIn(isObject(stage) ? stage['steps'] : []).map((step, n) => (
                <Step key={`${n}`} step={step} names={names} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({ step, names }: { step: unknown; names: NamesOf }) {
  const { language } = usePage();
  if (!isObject(step)) return null;
  const within = allowanceSchema.safeParse(step['within']);
  return (
    <li>
      <span>{memberName(step)?.[language] || '–'}</span>
      <small>
        {[
          partyWords(step['by'], names)[language],
          within.success ? allowanceWords(within.data)[language] : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </small>
    </li>
  );
}
