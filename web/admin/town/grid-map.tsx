import { useMemo } from 'react';
import type { Person } from '../../../contracts/console/town.js';
import type { Grid } from '../../../domain/town/schema.js';
import { countRanges } from '../../../contracts/map/shades.js';
import { MapView } from '../map/map-view.js';
import { useWords } from '../page/catalogue.js';
import type { TownNames } from './use-town-names.js';
import { TOWN } from './words.js';
import { HeadedPart } from '../shell/headed.js';

/** The facts that map and list show alike. */
export interface GridsShown {
  readonly names: TownNames;
  readonly grids: readonly Grid[];
  readonly staff: readonly Person[];
  /** Open requests by grid after the last daily close. */
  readonly open: ReadonlyMap<number, number>;
  readonly chosen: number | undefined;
  readonly onChoose: (grid: number) => void;
}

/** Every grid on the map, the darker the more is open there. */
export function GridMap({ open, chosen, onChoose }: GridsShown) {
  const words = useWords(TOWN).grids;
  const ranges = useMemo(() => countRanges(open.values()), [open]);
  return (
    <HeadedPart title={words.map}>
      <MapView
        figure={words.open}
        values={open}
        ranges={ranges}
        text={(count = 0) => String(count)}
        chosen={chosen}
        onChoose={onChoose}
      />
    </HeadedPart>
  );
}
