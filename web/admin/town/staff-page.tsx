import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import type { Staff } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Dialled } from '../shell/dialled.js';
import { EmptyTable } from '../shell/empty-table.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import { usePhones } from '../shell/use-phones.js';
import { LeavePart } from './leave-part.js';
import { useStaffRoles } from './use-staff-roles.js';
import { TOWN } from './words.js';
import { useTownPart } from './use-town-part.js';

/** Who works for the town, in which posts, and who is away. */
export function StaffPage() {
  const loaded = useTownPart('staff');
  return (
    <LoadedPart loaded={loaded}>
      {({ staff }) => (
        <SpaceBetween size="l">
          <StaffTable staff={staff} />
          <LeavePart staff={staff} />
        </SpaceBetween>
      )}
    </LoadedPart>
  );
}

const ROWS = 25;

interface StaffRow {
  readonly person: Staff;
  readonly roles: readonly string[];
}

function useColumns(): TableProps.ColumnDefinition<StaffRow>[] {
  const words = useWords(TOWN).staff;
  const { may } = usePage();
  const edit: TableProps.ColumnDefinition<StaffRow> = {
    id: 'edit',
    header: words.edit,
    cell: ({ person }) => (
      <PageLink to={`/editor/staff?entry=${person.id}`} label={words.editTitle(person.name)}>
        {words.edit}
      </PageLink>
    ),
  };
  return [
    { id: 'name', header: words.name, isRowHeader: true, cell: ({ person }) => person.name },
    { id: 'phone', header: words.phone, cell: ({ person }) => <Dialled phone={person.phone} /> },
    { id: 'duty', header: words.duty, cell: ({ person }) => words.duties[person.duty] },
    { id: 'roles', header: words.roles, cell: ({ roles }) => roles.join(' · ') },
    { id: 'language', header: words.language, cell: ({ person }) => words.languages[person.language] },
    ...(may('town.change') ? [edit] : []),
  ];
}

function StaffTable({ staff }: { staff: readonly Staff[] }) {
  const words = useWords(TOWN).staff;
  const rolesOf = useStaffRoles();
  const phoneOf = usePhones();
  const [sought, setSought] = useState('');
  const [page, setPage] = useState(1);
  const rows: StaffRow[] = staff.map((person) => ({ person, roles: rolesOf(person.id) }));
  const found = rows.filter(({ person, roles }) =>
    [person.name, person.phone, phoneOf(person.phone), words.duties[person.duty], ...roles]
      .join(' ')
      .toLowerCase()
      .includes(sought.trim().toLowerCase()),
  );
  const shown = Math.min(page, Math.max(1, Math.ceil(found.length / ROWS)));
  return (
    <>
      <Table
        header={
          <Header variant="h1" counter={`(${found.length})`} description={words.description}>
            {words.title}
          </Header>
        }
        filter={
          <TextFilter
            filteringText={sought}
            filteringPlaceholder={words.find}
            filteringAriaLabel={words.find}
            onChange={({ detail }) => {
              setSought(detail.filteringText);
              setPage(1);
            }}
          />
        }
        pagination={
          <Pagination
            currentPageIndex={shown}
            pagesCount={Math.max(1, Math.ceil(found.length / ROWS))}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        }
        items={found.slice((shown - 1) * ROWS, shown * ROWS)}
        trackBy={({ person }) => person.id}
        empty={<EmptyTable title={words.none} />}
        columnDefinitions={useColumns()}
      />
    </>
  );
}
