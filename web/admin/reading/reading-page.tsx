import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReadingAnswer, readingRoute } from '../../../contracts/console/reading.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { useTownNames } from '../town/use-town-names.js';
import { HeadedPage } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { FiguresTable } from './figures-table.js';
import { TaughtPart } from './taught-part.js';
import { TryPart } from './try-part.js';
import { READING } from './words.js';

/** How well the town reads what residents write, what it is taught, and taking that over. */
export function ReadingPage() {
  const words = useWords(READING);
  const loaded = useLoaded(readingRoute);
  return (
    <HeadedPage
      title={words.title}
      description={words.description}
      actions={<RefreshButton onRefresh={loaded.reload} />}
    >
      <LoadedPart loaded={loaded}>
        {(reading) => <Reading reading={reading} onChanged={loaded.reload} />}
      </LoadedPart>
    </HeadedPage>
  );
}

function Reading({ reading, onChanged }: { reading: ReadingAnswer; onChanged: () => void }) {
  const words = useWords(READING).figures;
  const names = useTownNames();
  const { version, examples, figures, taught } = reading;
  // A trial belongs to the lessons of that time: with any others it is out of date.
  const tried = [version, ...taught.map(({ id, at }) => `${id} ${at}`)].join(' ');
  return (
    <SpaceBetween size="l">
      <FiguresTable title={words.title} description={words.hint(figures.texts, examples)} figures={figures} />
      <TaughtPart taught={taught} names={names} onChanged={onChanged} />
      <TryPart key={tried} isAny={taught.length > 0} names={names} onTakenOver={onChanged} />
    </SpaceBetween>
  );
}
