import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { StatisticsAnswer } from '../../../contracts/resident/statistics.js';
import { CAUSES } from '../../../domain/statistics/figures.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { STATISTICS } from './words.js';

/** Where something came again, in which category, and whether its cause is dealt with. */
export function CausesTable({ causes }: Pick<StatisticsAnswer, 'causes'>) {
  const words = useWords(STATISTICS);
  const { language } = usePage();
  return (
    <Table
      header={
        <Header variant="h2" description={words.causesMean}>
          {words.causes}
        </Header>
      }
      items={causes}
      trackBy={({ place, category }) => `${place}/${category}`}
      columnDefinitions={[
        { id: 'place', header: words.place, cell: ({ name }) => name[language] },
        {
          id: 'category',
          header: words.causeCategory,
          isRowHeader: true,
          cell: ({ categoryName }) => categoryName[language],
        },
        ...CAUSES.map((figure) => ({
          id: figure,
          header: words.causeFigures[figure],
          cell: (row: StatisticsAnswer['causes'][number]) => row[figure],
        })),
      ]}
      empty={words.noCauses}
    />
  );
}
