import type { TableProps } from '@cloudscape-design/components/table';
import { type AuditRow, auditRoute } from '../../../contracts/console/audit.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { PagedTable } from '../shell/paged-table.js';
import { PageLink } from '../shell/page-link.js';
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
    { id: 'at', header: words.at, isRowHeader: true, cell: ({ at }) => moment(at) },
    { id: 'who', header: words.who, cell: ({ name }) => name },
    { id: 'action', header: words.action, cell: ({ action }) => words.actions[action] },
    {
      id: 'subject',
      header: words.subject,
      cell: (row) => <Subject subject={subjectInWords(row, reader)} />,
    },
    { id: 'detail', header: words.detail, cell: (row) => detailInWords(row, reader) ?? '–' },
  ];
}

function Subject({ subject }: { subject: TrailSubject | undefined }) {
  if (!subject) return <>–</>;
  return subject.to === undefined ? <>{subject.text}</> : <PageLink to={subject.to}>{subject.text}</PageLink>;
}
