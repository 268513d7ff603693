import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DailyBoard } from '../../../contracts/resident/board.js';
import { mapPointsRoute, mapRoute } from '../../../contracts/resident/map.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { groundOf } from '../../../contracts/map/ground.js';
import { pointsOn } from '../../map/points.js';
import type { TownMap } from '../../map/town-map.js';
import { usePage } from '../page-context.js';
import { MapKey, useFigures } from './map-figures.js';

type MapData = AnswerOf<typeof mapRoute>;
type Points = AnswerOf<typeof mapPointsRoute>['points'];

/** The map, which is loaded once somebody wants it. */
export function MapPart({ board }: { board: DailyBoard }) {
  const { map } = usePage().messages;
  const [wanted, setWanted] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button is gone: whoever pressed it goes on from the heading.
    if (wanted) heading.current?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {map.heading}
      </h2>
      {wanted ? (
        <LoadedMap board={board} />
      ) : (
        <button type="button" class="second" onClick={() => setWanted(true)}>
          {map.open}
        </button>
      )}
    </section>
  );
}

function LoadedMap({ board }: { board: DailyBoard }) {
  const { messages, town } = usePage();
  const { map: words } = messages;
  const loaded = useMap();
  if (loaded === 'failed') return <p class="notice">{words.failed}</p>;
  if (loaded === 'loading') return <p role="status">{words.loading}</p>;
  return (
    <>
      <DrawnMap board={board} {...loaded} />
      <p class="hint">{words.hint}</p>
      {loaded.points.length > 0 && <p class="hint">{words.points}</p>}
      {town?.sample && <p class="hint">{words.sample}</p>}
    </>
  );
}

type Loaded = 'loading' | 'failed' | { readonly data: MapData; readonly points: Points };

function useMap(): Loaded {
  const { call } = usePage();
  const [loaded, setLoaded] = useState<Loaded>('loading');
  useEffect(() => {
    const load = async (): Promise<Loaded> => {
      const data = await call(mapRoute);
      if (data.kind !== 'answer') return 'failed';
      const points = data.value.points ? await call(mapPointsRoute) : undefined;
      return { data: data.value, points: points?.kind === 'answer' ? points.value.points : [] };
    };
    void load().then(setLoaded);
  }, []);
  return loaded;
}

function DrawnMap({ board, data, points }: { board: DailyBoard; data: MapData; points: Points }) {
  const { messages, language } = usePage();
  const { map: words } = messages;
  const figures = useFigures(board);
  const ground = useMemo(() => groundOf(data, language), [data, language]);
  const host = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<TownMap>();
  const [chosen, setChosen] = useState<number>();
  const nameOf = (area: number) =>
    data.grids.find(({ number }) => number === area)?.name[language] ?? String(area);
  const title = (area: number) => words.value(nameOf(area), words.shades[figures.figure], figures.text(area));
  useEffect(() => {
    let map: TownMap | undefined;
    let gone = false;
    void import('../../map/town-map.js').then(({ createTownMap }) => {
      if (gone || !host.current) return;
      map = createTownMap(host.current, ground, words, setChosen);
      setDrawn(map);
    });
    return () => {
      gone = true;
      map?.end();
    };
  }, [ground]);
  useEffect(
    () =>
      drawn?.show({
        shade: figures.shade,
        title,
        points: pointsOn(points, ground.areas, { language, nameOf, point: words.point }),
        chosen,
      }),
    [drawn, figures, chosen],
  );
  return (
    <>
      <MapKey figures={figures} />
      <div ref={host} />
      <p role="status">{chosen !== undefined && title(chosen)}</p>
    </>
  );
}
