import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useMemo } from 'react';
import type { Grid, Staff } from '../../../domain/town/schema.js';
import type { TownNames } from './use-town-names.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { projectGrids } from './map-projection.js';
import { TOWN } from './words.js';

/** What map and list are shown alike. */
export interface GridsShown {
  readonly names: TownNames;
  readonly grids: readonly Grid[];
  readonly staff: readonly Staff[];
  /** Open requests by grid after the last daily close. */
  readonly open: ReadonlyMap<number, number>;
  readonly chosen: number | undefined;
  readonly onChoose: (grid: number) => void;
}

const SHADES = ['none', 'some', 'many'] as const;
/** From this many on the darkest shade. */
const MANY = 3;
const shadeOf = (open: number): (typeof SHADES)[number] =>
  open >= MANY ? 'many' : open > 0 ? 'some' : 'none';

/** Every grid as its polygon, drawn here: no map service learns which town is looked at. */
export function GridMap({ grids, open, chosen, onChoose }: GridsShown) {
  const words = useWords(TOWN).grids;
  const { language } = usePage();
  const picture = useMemo(() => projectGrids(grids), [grids]);
  const names = new Map(grids.map(({ number, name }) => [number, name[language]]));
  return (
    <Container header={<Header variant="h2">{words.map}</Header>}>
      <svg
        className="map"
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="group"
        aria-label={words.map}
      >
        {picture.grids.map(({ number, path, middle: [x, y] }) => {
          const count = open.get(number) ?? 0;
          return (
            <g
              key={number}
              role="button"
              tabIndex={0}
              aria-pressed={number === chosen}
              aria-label={`${number} ${names.get(number) ?? ''}, ${words.open}: ${count}`}
              className={`map-${shadeOf(count)}${number === chosen ? ' map-chosen' : ''}`}
              onClick={() => onChoose(number)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onChoose(number);
              }}
            >
              <path d={path} />
              <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
                {number}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="legend">
        {words.legend}
        {SHADES.map((shade) => (
          <span key={shade}>
            <i className={`swatch swatch-${shade}`} aria-hidden="true" /> {words.shades[shade]}
          </span>
        ))}
      </p>
    </Container>
  );
}
