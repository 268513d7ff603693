import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DailyBoard } from '../../../contracts/resident/board.js';
import { gridRatesRoute } from '../../../contracts/resident/map.js';
import {
  countRanges,
  type Shade,
  SHARE_RANGES,
  type ShadeRange,
  shadeOf,
} from '../../../contracts/map/shades.js';
import { usePage } from '../page-context.js';

const SHADED = ['open', 'overdue', 'satisfaction'] as const;
type Shaded = (typeof SHADED)[number];

/** By what the map is coloured, and what that says of each grid. */
export interface Figures {
  readonly figure: Shaded;
  readonly setFigure: (figure: Shaded) => void;
  readonly ranges: readonly ShadeRange[];
  readonly shade: (grid: number) => Shade;
  readonly text: (grid: number) => string;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

export function useFigures({ grids, date }: DailyBoard): Figures {
  const { map: words } = usePage().messages;
  const [figure, setFigure] = useState<Shaded>('open');
  const satisfied = useSatisfied(figure === 'satisfaction', date);
  return useMemo(() => {
    const counts = new Map(
      grids.map(({ grid, carriedOver, overdue }) => [grid, figure === 'open' ? carriedOver : overdue]),
    );
    const isShare = figure === 'satisfaction';
    const values = isShare ? satisfied : counts;
    const ranges = isShare ? SHARE_RANGES : countRanges(counts.values());
    return {
      figure,
      setFigure,
      ranges,
      shade: (grid) => shadeOf(values.get(grid), ranges),
      text: (grid) => {
        const value = values.get(grid);
        if (isShare) return value === undefined ? words.unknown : percent(value);
        return String(value ?? 0);
      },
    };
  }, [grids, figure, satisfied, words]);
}

/** How many of those who were asked this year said that they are satisfied; asked for once somebody wants to see it. */
function useSatisfied(wanted: boolean, date: string): ReadonlyMap<number, number> {
  const { call } = usePage();
  const [shares, setShares] = useState<ReadonlyMap<number, number>>(new Map());
  useEffect(() => {
    if (!wanted) return;
    const query = { from: `${date.slice(0, 4)}-01-01`, to: date, by: 'grid' as const };
    void call(gridRatesRoute, { query }).then((reply) => {
      if (reply.kind !== 'answer') return;
      setShares(
        new Map(
          reply.value.places.flatMap(
            ({
              id,
              figures: {
                saidSatisfied: { share },
              },
            }) => (share === null ? [] : [[Number(id), share] as const]),
          ),
        ),
      );
    });
  }, [wanted, date]);
  return shares;
}

/** By what it is coloured, to choose, and what each shade means. */
export function MapKey({ figures: { figure, setFigure, ranges } }: { figures: Figures }) {
  const { map: words } = usePage().messages;
  const text = (value: number) => (figure === 'satisfaction' ? percent(value) : String(value));
  return (
    <>
      <div class="field">
        <label for="map-figure">{words.shade}</label>
        <select
          id="map-figure"
          value={figure}
          onChange={(event) => setFigure(SHADED.find((one) => one === event.currentTarget.value) ?? 'open')}
        >
          {SHADED.map((one) => (
            <option key={one} value={one}>
              {words.shades[one]}
            </option>
          ))}
        </select>
      </div>
      <ul class="map-key">
        <li>
          <i class="shade-0" aria-hidden="true" />
          {figure === 'satisfaction' ? words.unknown : words.none}
        </li>
        {ranges.map(({ shade, from, to }) => (
          <li key={shade}>
            <i class={`shade-${shade}`} aria-hidden="true" />
            {from === to ? text(from) : `${text(from)}–${text(to)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
