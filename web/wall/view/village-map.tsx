import { useMemo } from 'preact/hooks';
import { groundOf } from '../../../contracts/map/ground.js';
import { countRanges, shadeOf } from '../../../contracts/map/shades.js';
import { stillMap } from '../../../contracts/map/still-map.js';
import type { VillageDay } from '../../../contracts/resident/board.js';
import type { mapRoute } from '../../../contracts/resident/map.js';
import type { AnswerOf } from '../../../contracts/route.js';
import type { Language } from '../../../domain/words/language.js';
import type { Messages } from '../messages.js';
import type { Spoken } from './wall.js';

type MapData = AnswerOf<typeof mapRoute>;

/** Of the drawing, which is 900 wide on 75 of the screen's 192 parts: as high as the smallest words beside it. */
const LETTER = 41;

interface VillageMapProps extends Spoken {
  readonly map: MapData | undefined;
  readonly villages: readonly VillageDay[];
}

/** The open requests, village by village; where there is no room for a name, those with most keep theirs. */
export function VillageMap({ language, messages, map, villages }: VillageMapProps) {
  const ranges = countRanges(villages.map(({ open }) => open));
  const drawn = useMemo(
    () => map && drawingFor(map, villages, language, messages),
    [map, villages, language],
  );
  return (
    <section class="map">
      <h2>{messages.map}</h2>
      {/* Our own drawing, its words escaped. */}
      {drawn !== undefined && <div class="drawing" dangerouslySetInnerHTML={{ __html: drawn }} />}
      <ul class="map-key">
        <li>
          <i class="shade-0" aria-hidden="true" />
          {messages.none}
        </li>
        {ranges.map(({ shade, from, to }) => (
          <li key={shade}>
            <i class={`shade-${shade}`} aria-hidden="true" />
            {from === to ? from : `${from}–${to}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function drawingFor(
  map: MapData,
  villages: readonly VillageDay[],
  language: Language,
  messages: Messages,
): string {
  const open = new Map(villages.map((village) => [village.name?.en, village.open]));
  const openIn = (id: string): number =>
    open.get(map.villages.find((village) => village.id === id)?.name.en) ?? 0;
  const ranges = countRanges(open.values());
  const ground = groundOf(map, language);
  const named = ground.villages.map((village) => ({ ...village, open: openIn(village.id) }));
  const busiest = named.toSorted((a, b) => b.open - a.open);
  const said = (village: (typeof named)[number]): string => messages.at(village.name, village.open);
  const areas = new Map(map.grids.map(({ number, village }) => [number, village]));
  return stillMap(
    {
      ...ground,
      villages: busiest.map((village) =>
        village.open === 0 ? village : { ...village, name: said(village) },
      ),
    },
    {
      label: messages.mapIs(
        busiest
          .filter((village) => village.open > 0)
          .map(said)
          .join(', ') || messages.nothingOpen,
      ),
      shade: (grid) => shadeOf(openIn(areas.get(grid) ?? ''), ranges),
      letter: LETTER,
    },
  );
}
