import BarChart from '@cloudscape-design/components/bar-chart';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import type { FigureName } from '../../../domain/statistics/figures.js';
import type { StatisticsAnswer } from '../../../contracts/resident/statistics.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { figureNumber, figureText } from './figure-text.js';
import { STATISTICS } from './words.js';

type Place = StatisticsAnswer['places'][number];

/** The figures of each village or grid, as a chart of one and a table of all. */
export function PlacesPart({ statistics }: { statistics: StatisticsAnswer }) {
  return (
    <SpaceBetween size="l">
      <PlacesChart statistics={statistics} />
      <PlacesTable statistics={statistics} />
    </SpaceBetween>
  );
}

function PlacesChart({ statistics: { definitions, places } }: { statistics: StatisticsAnswer }) {
  const words = useWords(STATISTICS);
  const { language } = usePage();
  const [figure, setFigure] = useState<FigureName>('received');
  const options = definitions.map((definition) => ({
    value: definition.figure,
    label: definition.name[language],
  }));
  const chosen = options.find(({ value }) => value === figure) ?? null;
  const title = words.chartOf(chosen?.label ?? '');
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={words.notRanked}
          actions={
            <Select
              ariaLabel={words.figure}
              selectedOption={chosen}
              options={options}
              onChange={({ detail }) => setFigure(detail.selectedOption.value as FigureName)}
            />
          }
        >
          {title}
        </Header>
      }
    >
      <BarChart
        hideFilter
        hideLegend
        horizontalBars={places.length <= 14}
        height={places.length <= 14 ? undefined : 320}
        ariaLabel={title}
        xScaleType="categorical"
        xDomain={places.map(({ name }) => name[language])}
        series={[
          {
            type: 'bar',
            title: chosen?.label ?? '',
            data: places.map(({ name, figures }) => ({
              x: name[language],
              y: figureNumber(figures, figure) ?? 0,
            })),
          },
        ]}
        empty={words.noPlaces}
      />
    </Container>
  );
}

function useColumns({ definitions }: StatisticsAnswer): TableProps.ColumnDefinition<Place>[] {
  const words = useWords(STATISTICS);
  const { language } = usePage();
  return [
    { id: 'place', header: words.place, isRowHeader: true, cell: ({ name }) => name[language] },
    ...definitions.map(({ figure, name }) => ({
      id: figure,
      header: name[language],
      cell: ({ figures }: Place) => figureText(figures, figure, language),
    })),
  ];
}

function PlacesTable({ statistics }: { statistics: StatisticsAnswer }) {
  const words = useWords(STATISTICS);
  const { language } = usePage();
  const [sought, setSought] = useState('');
  const places = statistics.places.filter(({ name }) =>
    name[language].toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${places.length})`}>
          {words.places}
        </Header>
      }
      filter={
        <TextFilter
          filteringText={sought}
          filteringPlaceholder={words.findPlace}
          filteringAriaLabel={words.findPlace}
          onChange={({ detail }) => setSought(detail.filteringText)}
        />
      }
      items={places}
      trackBy="id"
      stickyColumns={{ first: 1 }}
      columnDefinitions={useColumns(statistics)}
      empty={words.noPlaces}
    />
  );
}
