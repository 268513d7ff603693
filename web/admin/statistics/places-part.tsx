import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useRef, useState } from 'react';
import type { FigureName } from '../../../domain/statistics/figures.js';
import { dateText } from '../../../contracts/pages/times.js';
import type { StatisticsAnswer } from '../../../contracts/resident/statistics.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import type { Language } from '../../../domain/words/language.js';
import { type Bar, BarChart } from './bar-chart.js';
import { figureNumber, figureText } from './figure-text.js';
import { SaveChart } from './save-chart.js';
import { addressOfChosen, type Chosen, countedAddress } from './statistics-query.js';
import { STATISTICS } from './words.js';

type Place = StatisticsAnswer['places'][number];

interface PlacesProps {
  readonly statistics: StatisticsAnswer;
  /** Undefined until it is known. */
  readonly before: StatisticsAnswer | undefined;
  readonly chosen: Chosen;
}

/** The figures of each village or grid, as a chart of one and a table of all. */
export function PlacesPart(props: PlacesProps) {
  return (
    <SpaceBetween size="l">
      <PlacesChart {...props} />
      <PlacesTable statistics={props.statistics} />
    </SpaceBetween>
  );
}

function PlacesChart({ statistics, before, chosen }: PlacesProps) {
  const words = useWords(STATISTICS);
  const { language, me, go } = usePage();
  const drawing = useRef<HTMLDivElement>(null);
  const { figure, from, to, by } = chosen;
  const options = statistics.definitions.map((definition) => ({
    value: definition.figure,
    label: definition.name[language],
  }));
  const drawn = options.find(({ value }) => value === figure) ?? null;
  const title = words.chartOf(drawn?.label ?? '');
  const bars = barsOf(statistics, before, chosen, language);
  return (
    <Container
      data-chart="places"
      header={
        <Header
          variant="h2"
          description={
            before
              ? words.barsAre(dateText(before.from, language), dateText(before.to, language))
              : words.notRanked
          }
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Select
                ariaLabel={words.figure}
                selectedOption={drawn}
                options={options}
                onChange={({ detail }) =>
                  go(addressOfChosen({ ...chosen, figure: detail.selectedOption.value as FigureName }))
                }
              />
              <SaveChart
                drawing={drawing}
                caption={[
                  title,
                  words.ofDays(me.town.name[language], dateText(from, language), dateText(to, language)),
                ]}
                name={`${me.town.id}-${figure}-${from}-${to}-${by}`}
                table={[
                  [words.place, drawn?.label ?? '', words.theBefore],
                  ...bars.map(({ label, value, before: was }) => [label, value ?? '', was ?? '']),
                ]}
              />
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
    >
      <div ref={drawing}>{bars.length === 0 ? words.noPlaces : <BarChart title={title} bars={bars} />}</div>
    </Container>
  );
}

function barsOf(
  { places, currency }: StatisticsAnswer,
  before: StatisticsAnswer | undefined,
  chosen: Chosen,
  language: Language,
): Bar[] {
  const { figure, by } = chosen;
  const was = new Map(before?.places.map((place) => [place.id, place.figures]));
  return places.map(({ id, name, figures }) => {
    const then = was.get(id);
    const text = figureText(figures, figure, language, currency);
    return {
      id,
      label: name[language],
      value: figureNumber(figures, figure),
      before: then && figureNumber(then, figure),
      text: then ? STATISTICS[language].withBefore(text, figureText(then, figure, language, currency)) : text,
      to: countedAddress(figure, chosen, { id, by }),
    };
  });
}

function useColumns({ definitions, currency }: StatisticsAnswer): TableProps.ColumnDefinition<Place>[] {
  const words = useWords(STATISTICS);
  const { language } = usePage();
  return [
    { id: 'place', header: words.place, isRowHeader: true, cell: ({ name }) => name[language] },
    ...definitions.map(({ figure, name }) => ({
      id: figure,
      header: name[language],
      cell: ({ figures }: Place) => figureText(figures, figure, language, currency),
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
