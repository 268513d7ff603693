import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReadingAnswer } from '../../../contracts/console/reading.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { READING } from './words.js';

type Figures = ReadingAnswer['figures'];
interface Share {
  readonly right: number;
  readonly of: number;
}

const BY_LANGUAGE = ['category', 'dangers', 'dangersNoticed', 'falseAlarms'] as const;
const IN_ALL = ['villages', 'groups', 'leftAlone', 'mattersLost'] as const;
type Measure = (typeof BY_LANGUAGE)[number] | (typeof IN_ALL)[number];

interface Row {
  readonly measure: Measure;
  readonly chinese?: Share | undefined;
  readonly english?: Share | undefined;
  readonly together: Share;
}

const sum = (shares: readonly Share[]): Share => ({
  right: shares.reduce((all, { right }) => all + right, 0),
  of: shares.reduce((all, one) => all + one.of, 0),
});

const rowsOf = (figures: Figures): Row[] => [
  ...BY_LANGUAGE.map((measure) => ({
    measure,
    chinese: figures[measure]['zh-CN'],
    english: figures[measure]['en'],
    together: sum(Object.values(figures[measure])),
  })),
  ...IN_ALL.map((measure) => ({ measure, together: figures[measure] })),
];

type Column = 'chinese' | 'english' | 'together';

/** "92.1 % (645/700)"; with what it would be behind an arrow, where that is another. */
function useShareText(): (before: Share | undefined, after: Share | undefined) => string {
  const { language } = usePage();
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const text = (share: Share | undefined): string =>
    share === undefined || share.of === 0
      ? '–'
      : `${percent.format(share.right / share.of)} (${share.right}/${share.of})`;
  return (before, after) => {
    const was = text(before);
    const is = after === undefined ? was : text(after);
    return was === is ? was : `${was} → ${is}`;
  };
}

interface FiguresTableProps {
  readonly title: string;
  readonly description: string;
  readonly figures: Figures;
  /** The figures as they would be. */
  readonly after?: Figures;
}

/** How texts are read that were never learnt from, by language. */
export function FiguresTable({ title, description, figures, after }: FiguresTableProps) {
  const words = useWords(READING).figures;
  const shareText = useShareText();
  const then = new Map((after ? rowsOf(after) : []).map((row) => [row.measure, row]));
  const column = (id: Column) => ({
    id,
    header: words[id],
    cell: (row: Row) => shareText(row[id], then.get(row.measure)?.[id]),
  });
  return (
    <Table
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
      items={figures.texts === 0 ? [] : rowsOf(figures)}
      trackBy="measure"
      empty={<EmptyTable title={words.none} hint={words.noneHint} />}
      columnDefinitions={[
        {
          id: 'measure',
          header: words.measure,
          isRowHeader: true,
          cell: ({ measure }: Row) => words.measures[measure],
        },
        column('chinese'),
        column('english'),
        column('together'),
      ]}
    />
  );
}
