import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo, useRef } from 'react';
import { type AuditRow, auditRoute } from '../../../contracts/console/audit.js';
import { withQuery } from '../api/query.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { PagedTable } from '../shell/paged-table.js';
import { PageLink } from '../shell/page-link.js';
import type { PageProps } from '../shell/pages.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { useTownPart } from '../town/use-town-part.js';
import { AuditFilters, readAuditQuery } from './audit-filters.js';
import { detailInWords, subjectInWords, type TrailSubject } from './trail-words.js';
import { useTrailNames } from './use-trail-names.js';
import { AUDIT } from './words.js';

/** Who looked at what, and changed what, the latest first. */
export function AuditPage({ search }: PageProps) {
  const words = useWords(AUDIT);
  const { go } = usePage();
  const query = useMemo(() => readAuditQuery(search), [search]);
  const pages = usePages(auditRoute, { query });
  const people = usePeople(pages.items);
  return (
    <PagedTable
      title={words.title}
      description={words.description}
      pages={pages}
      columns={useColumns()}
      trackBy={({ at, who, action, subject }) => [at, who, action, subject].join(' ')}
      empty={emptyWords(words, Object.keys(query).length > 0, pages.more !== undefined)}
      filter={
        <AuditFilters
          query={query}
          people={people}
          onChange={(changed) => go(withQuery('/audit', changed))}
        />
      }
    />
  );
}

/** A call looks through so much at most: what is not found yet may be further back. */
function emptyWords(words: (typeof AUDIT)['en'], isFiltered: boolean, goesOn: boolean) {
  if (goesOn) return { title: words.noneYet, hint: words.noneYetHint };
  return { title: words.none, hint: isFiltered ? words.noneFitsHint : words.noneHint };
}

/** The staff of the town, and whoever else was met in the trail since the page was opened, by their names. */
function usePeople(items: readonly AuditRow[]): readonly (readonly [id: string, name: string])[] {
  const staff = useTownPart('people').value?.people;
  const met = useRef(new Map<string, string>());
  return useMemo(() => {
    for (const { who, name } of items) met.current.set(who, name);
    const all = new Map([...(staff ?? []).map(({ id, name }) => [id, name] as const), ...met.current]);
    return [...all].toSorted(([, one], [, other]) => one.localeCompare(other));
  }, [items, staff]);
}

function useColumns(): TableProps.ColumnDefinition<AuditRow>[] {
  const words = useWords(AUDIT);
  const { moment } = useMoments();
  const { language } = usePage();
  const reader = { language, names: useTrailNames() };
  return [
    {
      id: 'at',
      header: twoHeaders(words.at, words.who),
      isRowHeader: true,
      cell: ({ at, name }) => <TwoLines first={moment(at)} second={name} />,
    },
    {
      id: 'action',
      header: twoHeaders(words.action, words.detail),
      cell: (row) => <TwoLines first={words.actions[row.action]} second={detailInWords(row, reader)} />,
    },
    {
      id: 'subject',
      header: words.subject,
      cell: (row) => <Subject subject={subjectInWords(row, reader)} />,
    },
  ];
}

function Subject({ subject }: { subject: TrailSubject | undefined }) {
  if (!subject) return <>–</>;
  return subject.to === undefined ? <>{subject.text}</> : <PageLink to={subject.to}>{subject.text}</PageLink>;
}
