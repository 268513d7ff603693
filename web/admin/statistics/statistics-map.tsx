import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Table from '@cloudscape-design/components/table';
import { useMemo, useRef, useState } from 'react';
import { dateText } from '../../../contracts/pages/times.js';
import { bulletinRoute } from '../../../contracts/resident/bulletin.js';
import { adminPointsRoute, gridRatesRoute } from '../../../contracts/resident/map.js';
import { countRanges, SHARE_RANGES } from '../../../contracts/map/shades.js';
import { MapView } from '../map/map-view.js';
import { MAP } from '../map/words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { type Loaded, useLoaded } from '../page/use-loaded.js';
import type { Days } from '../../../domain/statistics/period-before.js';
import type { Caption } from './caption-lines.js';
import { SaveChart } from './save-chart.js';
import { STATISTICS } from './words.js';

const SHADED = ['open', 'overdue', 'satisfaction'] as const;
type Shaded = (typeof SHADED)[number];

const NO_POINTS: readonly never[] = [];

/** What is answered of a town that never closed a day: its open requests are dots on the map all the same. */
const NEVER_CLOSED = 404;

/** The town by open or late requests after the last close, or by verdicts; dots are the requests open now. */
export function StatisticsMap({ from, to }: Days) {
  const words = useWords(STATISTICS);
  const { me, language } = usePage();
  const [figure, setFigure] = useState<Shaded>('open');
  const [chosen, setChosen] = useState<number>();
  const drawing = useRef<HTMLDivElement>(null);
  const points = useLoaded(adminPointsRoute);
  const { values, ranges, text, places, loaded, rates, closed } = useShaded(figure, { from, to });
  const caption = useCaption(figure, { from, to }, closed);
  const header = [words.gridNumber, words.place, words.mapFigures[figure]];
  const rows = places.map(({ id, name }) => [id, name[language], text(values.get(Number(id)))]);
  return (
    <Container
      data-chart="map"
      header={
        <Header
          variant="h2"
          description={words.mapPoints}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <ChooseShaded figure={figure} onChoose={setFigure} />
              <SaveChart
                drawing={drawing}
                caption={caption}
                table={[header, ...rows]}
                name={`${me.town.id}-map-${figure}-${to}`}
              />
            </SpaceBetween>
          }
        >
          {words.map}
        </Header>
      }
    >
      <Failures of={figure === 'satisfaction' ? [points] : [points, rates]} />
      {/* Before its figures are there, every grid would be without any request. */}
      <LoadedPart<unknown> loaded={loaded}>
        {() => (
          <div ref={drawing}>
            <MapView
              figure={words.mapFigures[figure]}
              values={values}
              ranges={ranges}
              text={text}
              points={[...(points.value?.points ?? NO_POINTS)]}
              chosen={chosen}
              onChoose={setChosen}
            />
          </div>
        )}
      </LoadedPart>
      <AsTable header={header} rows={rows} />
    </Container>
  );
}

interface ChooseShadedProps {
  readonly figure: Shaded;
  readonly onChoose: (figure: Shaded) => void;
}

function ChooseShaded({ figure, onChoose }: ChooseShadedProps) {
  const words = useWords(STATISTICS);
  return (
    <SegmentedControl
      label={words.mapBy}
      selectedId={figure}
      options={SHADED.map((id) => ({ id, text: words.mapFigures[id] }))}
      onChange={({ detail }) => onChoose(SHADED.find((one) => one === detail.selectedId) ?? 'open')}
    />
  );
}

/**
 * What stands above a picture of the map: open and late requests are not those of the period, but of the day that was
 * closed last, if any was.
 */
function useCaption(figure: Shaded, { from, to }: Days, closed: string | undefined): Caption {
  const words = useWords(STATISTICS);
  const { notClosed } = useWords(MAP);
  const { me, language } = usePage();
  const town = me.town.name[language];
  const title = words.mapOf(words.mapFigures[figure]);
  if (figure === 'satisfaction')
    return [title, words.ofDays(town, dateText(from, language), dateText(to, language))];
  if (closed === undefined) return [title, words.beforeClose(town, notClosed)];
  return [title, words.ofClose(town, dateText(closed, language))];
}

type Reloaded = Loaded<unknown> & { readonly reload: () => void };

/** What could not be loaded, for a map without its dots says that nothing is open. */
const Failures = ({ of }: { of: readonly Reloaded[] }) =>
  of.map(
    (one, place) =>
      one.state === 'failed' && <ProblemAlert key={place} problem={one.problem} onAgain={one.reload} />,
  );

interface AsTableProps {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The same as a table, for whoever wants numbers. */
function AsTable({ header, rows }: AsTableProps) {
  const words = useWords(STATISTICS);
  return (
    <ExpandableSection headerText={words.asTable}>
      <Table
        items={rows}
        columnDefinitions={header.map((name, at) => ({
          id: String(at),
          header: name,
          isRowHeader: at === 1,
          cell: (row: (typeof rows)[number]) => row[at],
        }))}
        empty={words.noPlaces}
      />
    </ExpandableSection>
  );
}

/**
 * The colour of each grid: its open or late requests after the last daily close, or the residents' verdicts in the
 * period.
 */
function useShaded(figure: Shaded, { from, to }: Days) {
  const { unknown, notClosed } = useWords(MAP);
  const { town } = usePage().me;
  const bulletin = useLoaded(bulletinRoute, { query: { town: town.id } });
  const rates = useLoaded(gridRatesRoute, { query: { town: town.id, from, to, by: 'grid' } });
  const board = bulletin.value;
  const isNeverClosed = bulletin.state === 'failed' && bulletin.problem.status === NEVER_CLOSED;
  const rated = rates.value;
  const isShare = figure === 'satisfaction';
  const values = useMemo(() => {
    if (isShare)
      return new Map(
        rated?.places.flatMap(({ id, figures: { saidSatisfied } }) =>
          saidSatisfied.share === null ? [] : [[Number(id), saidSatisfied.share] as const],
        ),
      );
    return new Map(board?.grids.map((row) => [row.grid, figure === 'open' ? row.carriedOver : row.overdue]));
  }, [figure, board, rated]);
  const ranges = useMemo(() => (isShare ? SHARE_RANGES : countRanges(values.values())), [isShare, values]);
  const text = (value: number | undefined): string => {
    if (isShare) return value === undefined ? unknown : `${Math.round(value * 100)}%`;
    return isNeverClosed ? notClosed : String(value ?? 0);
  };
  const places = (rated?.places ?? []).filter(({ id }) => id !== 'none');
  const counted: Reloaded = isNeverClosed ? { ...bulletin, state: 'here', value: NO_POINTS } : bulletin;
  return { values, ranges, text, places, rates, loaded: isShare ? rates : counted, closed: board?.date };
}
