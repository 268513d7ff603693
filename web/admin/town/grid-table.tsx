import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import type { GridsShown } from './grid-map.js';
import { TOWN } from './words.js';

/** Each grid with who holds its posts. */
function useRows({ names: townNames, grids, staff, open }: Omit<GridsShown, 'chosen' | 'onChoose'>) {
  const words = useWords(TOWN).grids;
  const { language } = usePage();
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | undefined) => (id === undefined ? words.vacant : (names.get(id) ?? id));
  return grids.map(({ number, name, village, posts }) => ({
    number,
    name: name[language],
    village: townNames.villageName(village),
    a: nameOf(posts.a),
    b: nameOf(posts.b),
    c: nameOf(posts.c),
    open: open.get(number) ?? 0,
  }));
}

/** The map in words. */
export function GridTable({ names: townNames, grids, staff, open, onChoose }: GridsShown) {
  const words = useWords(TOWN).grids;
  const [sought, setSought] = useState('');
  const rows = useRows({ names: townNames, grids, staff, open });
  const found = rows.filter((row) =>
    Object.values(row).join(' ').toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${found.length})`}>
          {words.list}
        </Header>
      }
      filter={
        <TextFilter
          filteringText={sought}
          filteringPlaceholder={words.find}
          filteringAriaLabel={words.find}
          onChange={({ detail }) => setSought(detail.filteringText)}
        />
      }
      items={found}
      trackBy={({ number }) => String(number)}
      empty={<EmptyTable title={words.none} />}
      columnDefinitions={[
        {
          id: 'number',
          header: twoHeaders(words.number, words.name),
          isRowHeader: true,
          cell: ({ number, name }) => (
            <TwoLines
              first={
                <Button variant="inline-link" wrapText={false} onClick={() => onChoose(number)}>
                  {words.grid(number)}
                </Button>
              }
              second={name}
            />
          ),
        },
        { id: 'village', header: words.village, cell: (row) => row.village },
        ...(['a', 'b', 'c'] as const).map((post) => ({
          id: post,
          header: words.posts[post],
          cell: (row: (typeof rows)[number]) => row[post],
        })),
        { id: 'open', header: words.open, cell: (row) => row.open },
      ]}
    />
  );
}
