import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Programme } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import { PROGRAMMES } from './words.js';
import { useTownPart } from '../town/use-town-part.js';

/** Every programme of the town. */
export function ProgrammesPage() {
  const loaded = useTownPart('programmes');
  return (
    <LoadedPart loaded={loaded}>{({ programmes }) => <ProgrammeTable programmes={programmes} />}</LoadedPart>
  );
}

function ProgrammeTable({ programmes }: { programmes: readonly Programme[] }) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  const placesOf = ({ places }: Programme) =>
    places ? words.placesOf(places.count, words.per[places.per]) : words.unlimited;
  return (
    <Table
      variant="full-page"
      header={
        <Header variant="awsui-h1-sticky" description={words.description}>
          {words.title}
        </Header>
      }
      items={programmes}
      trackBy="id"
      empty={<EmptyTable title={words.none} />}
      columnDefinitions={[
        {
          id: 'name',
          header: words.name,
          isRowHeader: true,
          cell: ({ id, name }) => <PageLink to={`/programmes/${id}`}>{name[language]}</PageLink>,
        },
        {
          id: 'stages',
          header: words.stages,
          cell: ({ stages }) => stages.map(({ name }) => name[language]).join(' → '),
        },
        { id: 'documents', header: words.documents, cell: ({ documents }) => documents.length },
        { id: 'fields', header: words.fields, cell: ({ form }) => form.length },
        { id: 'places', header: words.places, cell: placesOf },
      ]}
    />
  );
}
