import { useMemo, useState } from 'react';
import { bulletinRoute } from '../../../contracts/resident/bulletin.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useTownNames } from './use-town-names.js';
import { HeadedPage } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { GridMap } from './grid-map.js';
import { GridPanel } from './grid-panel.js';
import { GridTable } from './grid-table.js';
import { TOWN } from './words.js';
import { useTownPart } from './use-town-part.js';

/** The town's grids on a map: who serves each, and where much is open. */
export function GridsPage() {
  const words = useWords(TOWN).grids;
  const { me } = usePage();
  const grids = useTownPart('grids');
  const staff = useTownPart('people').value?.people ?? [];
  const bulletin = useLoaded(bulletinRoute, { query: { town: me.town.id } }).value;
  const names = useTownNames();
  const [chosen, setChosen] = useState<number>();
  const open = useMemo(
    () => new Map(bulletin?.grids.map(({ grid, carriedOver }) => [grid, carriedOver])),
    [bulletin],
  );
  return (
    <HeadedPage title={words.title} description={words.description}>
      <LoadedPart loaded={grids}>
        {({ grids: all }) => {
          const given = { names, grids: all, staff, open, chosen, onChoose: setChosen };
          const grid = all.find(({ number }) => number === chosen);
          return (
            <div className="grids">
              <GridMap {...given} />
              <GridPanel grid={grid} names={names} staff={staff} />
              <GridTable {...given} />
            </div>
          );
        }}
      </LoadedPart>
    </HeadedPage>
  );
}
