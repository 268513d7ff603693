import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import type { Entry } from '../../../domain/editing/entry.js';
import { entryTitle, type NamesOf, titleField } from '../../../domain/editing/entry-title.js';
import type { NamedField } from '../../../domain/editing/field.js';
import { fieldWords } from '../../../domain/editing/field-words.js';
import { PROGRAMME_TEMPLATES } from '../../../domain/editing/programme-templates.js';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import type { SectionId } from '../../../domain/editing/section-ids.js';
import { SECTION_KEYS } from '../../../domain/editing/section-keys.js';
import { valueWords } from '../../../domain/editing/value-words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { NO_ROOM_BESIDE, useNarrow } from '../shell/use-narrow.js';
import { HowBadge } from './changes-list.js';
import type { Row } from './section-state.js';
import { EDITING } from './words.js';

const ROWS = 25;
/** Columns beside the title, and on a tablet held upright; the form shows the rest. */
const COLUMNS = 4;
const COLUMNS_OF_TABLET = 3;

interface EntryTableProps {
  readonly section: SectionId;
  readonly fields: readonly NamedField[];
  readonly rows: readonly Row[];
  readonly names: NamesOf;
  /** Where the service looks for what is sought, because there is more than is shown. */
  readonly find?: { readonly sought: string; readonly onFind: (sought: string) => void };
  readonly note?: string;
  /** Without an entry to begin from, an empty one. */
  readonly onAdd: (from?: Entry) => void;
  readonly onCopy: (row: Row) => void;
  readonly onEdit: (row: Row) => void;
  readonly onTake: (row: Row) => void;
  readonly onUndo: (row: Row) => void;
}

/** The fields that a table has room for. */
const isShown = ({ field }: NamedField): boolean => field.kind !== 'group' && field.kind !== 'flag';

/** The entries of a section, with what is changed marked. */
export function EntryTable(props: EntryTableProps) {
  const { section, rows, names, find, note, onAdd } = props;
  const words = useWords(EDITING);
  const { language } = usePage();
  const [own, setOwn] = useState('');
  const [page, setPage] = useState(1);
  const sought = find?.sought ?? own;
  const columns = useColumns(props);
  const fields = props.fields.filter(isShown);
  const textOf = ({ key, entry }: Row): string =>
    [key, entryTitle(section, entry, names)[language]]
      .concat(fields.map(({ name, path, field }) => valueWords(path, field, entry[name], names)[language]))
      .join(' ')
      .toLowerCase();
  const found = find ? rows : rows.filter((row) => textOf(row).includes(own.trim().toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / ROWS));
  const shown = Math.min(page, pages);
  return (
    <Table
      wrapLines
      header={<TableHead section={section} count={found.length} onAdd={onAdd} />}
      filter={
        <TextFilter
          filteringText={sought}
          filteringPlaceholder={find ? words.findPhrase : words.find}
          filteringAriaLabel={find ? words.findPhrase : words.find}
          onChange={({ detail }) => (find ? undefined : setOwn(detail.filteringText))}
          onDelayedChange={({ detail }) => find?.onFind(detail.filteringText)}
        />
      }
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={shown}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
      items={found.slice((shown - 1) * ROWS, shown * ROWS)}
      trackBy="key"
      empty={<EmptyTable title={words.none} />}
      {...(note !== undefined && { footer: note })}
      columnDefinitions={columns}
    />
  );
}

interface TableHeadProps {
  readonly section: SectionId;
  readonly count: number;
  readonly onAdd: EntryTableProps['onAdd'];
}

function TableHead({ section, count, onAdd }: TableHeadProps) {
  const words = useWords(EDITING);
  const { language } = usePage();
  const { name, one, hint } = SECTION_WORDS[section];
  return (
    <Header
      variant="h2"
      counter={`(${count})`}
      description={hint[language]}
      actions={
        !SECTION_KEYS[section].isFixed && (
          <AddButton section={section} text={words.add(one[language])} onAdd={onAdd} />
        )
      }
    >
      {name[language]}
    </Header>
  );
}

function AddButton({ section, text, onAdd }: Omit<TableHeadProps, 'count'> & { text: string }) {
  const words = useWords(EDITING);
  const { language } = usePage();
  if (section !== 'programmes')
    return (
      <Button iconName="add-plus" onClick={() => onAdd()}>
        {text}
      </Button>
    );
  return (
    <ButtonDropdown
      items={[
        {
          text: words.fromTemplate,
          items: PROGRAMME_TEMPLATES.map(({ name, about }, place) => ({
            id: String(place),
            text: name[language],
            secondaryText: about[language],
          })),
        },
        { id: 'empty', text: words.fromNothing },
      ]}
      onItemClick={({ detail }) => onAdd(PROGRAMME_TEMPLATES[Number(detail.id)]?.programme)}
    >
      {text}
    </ButtonDropdown>
  );
}

/** Pixels of a column: in narrower ones Chinese stands one character a line. On phones the table scrolls sideways. */
const NARROWEST = 112;

function useColumns(props: EntryTableProps): TableProps.ColumnDefinition<Row>[] {
  const { section, fields, names } = props;
  const words = useWords(EDITING);
  const { language } = usePage();
  const isTablet = useNarrow(NO_ROOM_BESIDE);
  const { keys } = SECTION_KEYS[section];
  const beside = fields
    .filter((one) => isShown(one) && one.name !== titleField(section) && !keys.includes(one.name))
    .slice(0, isTablet ? COLUMNS_OF_TABLET : COLUMNS);
  return [
    {
      id: 'title',
      header: SECTION_WORDS[section].one[language],
      isRowHeader: true,
      minWidth: NARROWEST,
      cell: ({ entry, key, how }) => (
        <SpaceBetween direction="horizontal" size="xs">
          <span>{entryTitle(section, entry, names)[language] || key}</span>
          {how && <HowBadge how={how} />}
        </SpaceBetween>
      ),
    },
    ...beside.map(({ name, path, field }) => ({
      id: name,
      header: fieldWords(path)?.[language] ?? name,
      minWidth: NARROWEST,
      cell: ({ entry }: Row) => valueWords(path, field, entry[name], names)[language],
    })),
    {
      id: 'actions',
      header: words.actions,
      minWidth: NARROWEST + 28,
      cell: (row) => <RowButtons {...props} row={row} />,
    },
  ];
}

function RowButtons({ row, section, names, onCopy, onEdit, onTake, onUndo }: EntryTableProps & { row: Row }) {
  const words = useWords(EDITING);
  const { language } = usePage();
  const name = entryTitle(section, row.entry, names)[language] || row.key;
  const isFixed = SECTION_KEYS[section].isFixed ?? false;
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      {row.how !== 'removed' && (
        <Button iconName="edit" variant="icon" ariaLabel={words.edit(name)} onClick={() => onEdit(row)} />
      )}
      {!isFixed && row.how !== 'removed' && (
        <Button iconName="copy" variant="icon" ariaLabel={words.copy(name)} onClick={() => onCopy(row)} />
      )}
      {row.how ? (
        <Button iconName="undo" variant="icon" ariaLabel={words.back(name)} onClick={() => onUndo(row)} />
      ) : (
        !isFixed && (
          <Button iconName="remove" variant="icon" ariaLabel={words.take(name)} onClick={() => onTake(row)} />
        )
      )}
    </SpaceBetween>
  );
}
