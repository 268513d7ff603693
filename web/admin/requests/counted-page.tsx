import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect } from 'react';
import { boardRoute } from '../../../contracts/console/board.js';
import { dateText } from '../../../contracts/pages/times.js';
import { DEFINITIONS } from '../../../domain/statistics/figures.js';
import { withQuery } from '../api/query.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { usePages } from '../page/use-pages.js';
import { PageLink } from '../shell/page-link.js';
import { PagedTable } from '../shell/paged-table.js';
import type { PageProps } from '../shell/pages.js';
import { useTownNames } from '../town/use-town-names.js';
import { BoardCard } from './board-card.js';
import { useColumns } from './board-columns.js';
import { type CountedQuery, readCounted } from './counted-query.js';
import type { FoundRow } from './use-search.js';
import { BOARD } from './words.board.js';

/** The requests behind a figure of the statistics: as many as it counts, by the rule that counts them. */
export function CountedPage({ search }: PageProps) {
  const { go } = usePage();
  const query = readCounted(search);
  // An address that names no figure and days has no such list.
  useEffect(() => {
    if (!query) go('/statistics');
  }, [query, go]);
  return query ? <CountedRequests query={query} /> : null;
}

function CountedRequests({ query }: { query: CountedQuery }) {
  const words = useWords(BOARD).counted;
  const { language } = usePage();
  const names = useTownNames();
  const pages = usePages(boardRoute, { query });
  const { name, definition } = DEFINITIONS[query.counted];
  const { from, to, village, grid, part } = query;
  const place =
    grid === undefined
      ? village && (village === 'none' ? words.noGrid : names.villageName(village))
      : words.grid(grid);
  const said = [
    words.days(dateText(from, language), dateText(to, language)),
    place,
    part && (part === 'yes' ? words.parts.yes : words.parts.no),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <PagedTable<FoundRow>
      title={name[language]}
      description={definition[language]}
      pages={pages}
      columns={useColumns({ state: 'closed' }, names)}
      card={(row) => <BoardCard row={row} names={names} />}
      trackBy={({ id }) => id}
      empty={{ title: words.none }}
      filter={
        <SpaceBetween size="xs">
          <div role="status">
            {said}
            {pages.head?.counted && ` · ${words.found(pages.head.counted.requests, pages.head.counted.of)}`}
          </div>
          <SpaceBetween direction="horizontal" size="m">
            <PageLink to={withQuery('/statistics', { from, to, figure: query.counted })}>
              {words.back}
            </PageLink>
            <PageLink to="/requests">{words.board}</PageLink>
          </SpaceBetween>
        </SpaceBetween>
      }
    />
  );
}
