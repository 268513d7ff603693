import { useEffect, useMemo, useRef, useState } from 'react';
import { type mapPointsRoute, mapRoute } from '../../../contracts/resident/map.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { groundOf } from '../../../contracts/map/ground.js';
import { pointsOn } from '../../map/points.js';
import { type ShadeRange, shadeOf } from '../../../contracts/map/shades.js';
import { createTownMap, type TownMap } from '../../map/town-map.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useLoaded } from '../page/use-loaded.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { MAP } from './words.js';

export interface MapViewProps {
  /** The figure that colours the map. */
  readonly figure: string;
  readonly values: ReadonlyMap<number, number>;
  readonly ranges: readonly ShadeRange[];
  /** A value in words; of a grid without one, too. */
  readonly text: (value: number | undefined) => string;
  readonly points?: AnswerOf<typeof mapPointsRoute>['points'];
  readonly chosen?: number | undefined;
  readonly onChoose: (grid: number) => void;
}

/** The town's grids with its rivers and roads, drawn here: no map service learns which town is looked at. */
export function MapView(props: MapViewProps) {
  const { me } = usePage();
  const loaded = useLoaded(mapRoute, { query: { town: me.town.id } });
  return <LoadedPart loaded={loaded}>{(map) => <Drawn {...props} map={map} />}</LoadedPart>;
}

function Drawn({
  map,
  figure,
  values,
  ranges,
  text,
  points = [],
  chosen,
  onChoose,
}: MapViewProps & { map: AnswerOf<typeof mapRoute> }) {
  const words = useWords(MAP);
  const { language, me } = usePage();
  const ground = useMemo(() => groundOf(map, language), [map, language]);
  const host = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const [drawn, setDrawn] = useState<TownMap>();
  useEffect(() => {
    if (!host.current) return undefined;
    const { label, zoomIn, zoomOut, fit } = words;
    const said = { label, zoomIn, zoomOut, fit };
    const made = createTownMap(host.current, ground, said, (grid) => choose.current(grid));
    setDrawn(made);
    return () => made.end();
  }, [ground]);
  useEffect(() => {
    const nameOf = (grid: number) =>
      `${grid} ${map.grids.find(({ number }) => number === grid)?.name[language] ?? ''}`;
    drawn?.show({
      shade: (grid) => shadeOf(values.get(grid), ranges),
      title: (grid) => words.value(nameOf(grid), figure, text(values.get(grid))),
      points: pointsOn(points, ground.areas, { language, nameOf, point: words.point }),
      chosen,
    });
  }, [drawn, values, ranges, points, chosen, figure]);
  return (
    <>
      <div ref={host} />
      <p>{words.hint}</p>
      {me.town.sample && <p>{words.sample}</p>}
      <ul className="map-key">
        <li>
          <i className="shade-0" aria-hidden="true" />
          {text(undefined)}
        </li>
        {ranges.map(({ shade, from, to }) => (
          <li key={shade}>
            <i className={`shade-${shade}`} aria-hidden="true" />
            {from === to ? text(from) : `${text(from)}–${text(to)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
