import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { verdictOf } from '../../../domain/reading/flip-verdict.js';
import type { TriedAnswer } from '../../../contracts/console/reading.js';
import { useWords } from '../page/catalogue.js';
import type { TownNames } from '../town/use-town-names.js';
import { EmptyTable } from '../shell/empty-table.js';
import { READING } from './words.js';

type Flip = TriedAnswer['flips'][number];

const TYPES = { better: 'success', worse: 'error', stillWrong: 'warning' } as const;

function Verdict({ flip }: { flip: Flip }) {
  const { verdicts } = useWords(READING).trying;
  const verdict = verdictOf(flip);
  return (
    <StatusIndicator type={TYPES[verdict]} wrapText={false}>
      {verdicts[verdict]}
    </StatusIndicator>
  );
}

/** The reading, in words. */
function useReadText(names: TownNames): (what: Flip['what'], read: string) => string {
  const { levels, nowhere } = useWords(READING).trying;
  return (what, read) => {
    if (what === 'category') return names.categoryName(read);
    if (what === 'village') return read === '' ? nowhere : read.split('|').map(names.villageName).join(' / ');
    return read === 'danger' || read === 'possible' ? levels[read] : levels.none;
  };
}

/** Texts that would be read in another way than now. */
export function FlipTable({ tried, names }: { tried: TriedAnswer; names: TownNames }) {
  const words = useWords(READING).trying;
  const readText = useReadText(names);
  const { flips, flipCount } = tried;
  return (
    <Table
      header={<Header variant="h2">{words.flips(flips.length, flipCount)}</Header>}
      items={flips}
      trackBy={(flip) => `${flip.what} ${flip.words}`}
      wrapLines
      empty={<EmptyTable title={words.noFlips} />}
      columnDefinitions={[
        { id: 'words', header: words.words, isRowHeader: true, cell: (flip) => flip.words, minWidth: 260 },
        { id: 'what', header: words.what, cell: ({ what }) => words.whats[what] },
        { id: 'before', header: words.before, cell: ({ what, before }) => readText(what, before) },
        { id: 'after', header: words.after, cell: ({ what, after }) => readText(what, after) },
        { id: 'right', header: words.right, cell: ({ what, right }) => readText(what, right) },
        { id: 'verdict', header: words.verdict, minWidth: 120, cell: (flip) => <Verdict flip={flip} /> },
      ]}
    />
  );
}
