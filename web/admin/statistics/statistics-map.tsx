import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useMemo, useState } from 'react';
import { bulletinRoute } from '../../../contracts/resident/bulletin.js';
import { adminPointsRoute, gridRatesRoute } from '../../../contracts/resident/map.js';
import { countRanges, SHARE_RANGES } from '../../../contracts/map/shades.js';
import { MapView } from '../map/map-view.js';
import { MAP } from '../map/words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useLoaded } from '../page/use-loaded.js';
import type { Period } from './periods.js';
import { STATISTICS } from './words.js';

const SHADED = ['open', 'overdue', 'satisfaction'] as const;
type Shaded = (typeof SHADED)[number];

const NO_POINTS: readonly never[] = [];

/** The town by what is open or late after the last daily close, or by what residents said in the period; dots are what is open now. */
export function StatisticsMap({ from, to }: Period) {
  const words = useWords(STATISTICS);
  const { unknown } = useWords(MAP);
  const { me } = usePage();
  const [figure, setFigure] = useState<Shaded>('open');
  const [chosen, setChosen] = useState<number>();
  const { town } = me;
  const board = useLoaded(bulletinRoute, { query: { town: town.id } }).value;
  const rates = useLoaded(gridRatesRoute, { query: { town: town.id, from, to, by: 'grid' } }).value;
  const points = useLoaded(adminPointsRoute).value?.points ?? NO_POINTS;
  const isShare = figure === 'satisfaction';
  const values = useMemo(() => {
    if (isShare)
      return new Map(
        rates?.places.flatMap(({ id, figures: { saidSatisfied } }) =>
          saidSatisfied.share === null ? [] : [[Number(id), saidSatisfied.share] as const],
        ),
      );
    return new Map(board?.grids.map((row) => [row.grid, figure === 'open' ? row.carriedOver : row.overdue]));
  }, [figure, board, rates]);
  const ranges = useMemo(() => (isShare ? SHARE_RANGES : countRanges(values.values())), [isShare, values]);
  const text = (value: number | undefined): string => {
    if (!isShare) return String(value ?? 0);
    return value === undefined ? unknown : `${Math.round(value * 100)}%`;
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={words.mapPoints}
          actions={
            <SegmentedControl
              label={words.mapBy}
              selectedId={figure}
              options={SHADED.map((id) => ({ id, text: words.mapFigures[id] }))}
              onChange={({ detail }) => setFigure(SHADED.find((one) => one === detail.selectedId) ?? 'open')}
            />
          }
        >
          {words.map}
        </Header>
      }
    >
      <MapView
        figure={words.mapFigures[figure]}
        values={values}
        ranges={ranges}
        text={text}
        points={[...points]}
        chosen={chosen}
        onChoose={setChosen}
      />
    </Container>
  );
}
