import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { SaidAnswer } from '../../../contracts/console/entered.js';
import { useWords } from '../page/catalogue.js';
import type { TownNames } from '../town/use-town-names.js';
import { tellingWords } from './telling-words.js';
import { ENTERING } from './words.entering.js';

interface SaidPartProps {
  readonly read: SaidAnswer | undefined;
  readonly names: TownNames;
}

/** How the words are read as they are typed, and by which of them: danger with advice, then matter, then place. */
export function SaidPart({ read, names }: SaidPartProps) {
  const words = useWords(ENTERING);
  if (!read) return <Box color="text-body-secondary">{words.descriptionHint}</Box>;
  const { danger, category, place, confidential } = read;
  return (
    <LiveRegion>
      {danger && (
        <Alert type={danger.sure ? 'error' : 'warning'} header={words.danger(danger.name, danger.sure)}>
          <div>{words.tell(danger.advice)}</div>
          <Why words={danger.evidence} />
        </Alert>
      )}
      {confidential && <Alert type="info">{words.confidential}</Alert>}
      <dl className="said">
        <dt>{words.category}</dt>
        <dd>
          <b>{names.categoryName(category.id)}</b>
          {!category.sure && ` ${words.unsure}`} <Why words={category.evidence} />
        </dd>
        <dt>{words.place}</dt>
        <dd>
          <b>{usePlace(place, names)}</b> <Why words={place.evidence} />
        </dd>
      </dl>
    </LiveRegion>
  );
}

function usePlace({ village, group, grid, candidates }: SaidAnswer['place'], names: TownNames): string {
  const words = useWords(ENTERING);
  if (candidates.length > 0) return words.oneOf(candidates.map((id) => names.villageName(id)));
  const parts = [
    village === undefined ? '' : names.villageName(village),
    group === undefined ? '' : words.groupNumber(group),
    grid === undefined ? '' : words.gridNumber(grid),
  ].filter((part) => part !== '');
  return parts.length === 0 ? words.nowhere : parts.join(' · ');
}

/** The words that decided it. */
function Why({ words: evidence }: { words: readonly string[] }) {
  const words = useWords(ENTERING);
  const told = tellingWords(evidence);
  return told.length > 0 && <span className="why">{words.because(told)}</span>;
}
