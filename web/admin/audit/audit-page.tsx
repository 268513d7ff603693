import type { TableProps } from '@cloudscape-design/components/table';
import { type AuditRow, auditRoute } from '../../../contracts/console/audit.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { PagedTable } from '../shell/paged-table.js';
import { PageLink } from '../shell/page-link.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { detailInWords, subjectInWords, type TrailSubject } from './trail-words.js';
import { useTrailNames } from './use-trail-names.js';
import { AUDIT } from './words.js';

/** Who looked at what, and changed what, the latest first. */
export function AuditPage() {
  const words = useWords(AUDIT);
  return (
    <PagedTable
      title={words.title}
      description={words.description}
      pages={usePages(auditRoute)}
      columns={useColumns()}
      trackBy={({ at, who, action, subject }) => [at, who, action, subject].join(' ')}
      empty={{ title: words.none, hint: words.noneHint }}
    />
  );
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
