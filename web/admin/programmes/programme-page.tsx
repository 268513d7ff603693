import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { NamesOf } from '../../../domain/editing/entry-title.js';
import type { Programme } from '../../../domain/town/schema.js';
import { programmeRoute } from '../../../contracts/console/town.js';
import { FlowDrawing } from '../editing/flow-drawing.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { HeadedPage } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import type { PageProps } from '../shell/pages.js';
import { useTownPart } from '../town/use-town-part.js';
import { FormPreview } from './form-preview.js';
import { Nothing } from './nothing.js';
import { PROGRAMMES } from './words.js';

/** One programme: how it goes, what it asks for, what is to be brought. */
export function ProgrammePage({ parts }: PageProps) {
  const { id = '' } = parts;
  const loaded = useLoaded(programmeRoute, { params: { id } });
  return (
    <LoadedPart loaded={loaded}>
      {/* Whole, as the town's data has it. */}
      {({ programme }) => <ProgrammeShown programme={programme as unknown as Programme} />}
    </LoadedPart>
  );
}

function ProgrammeShown({ programme }: { programme: Programme }) {
  const words = useWords(PROGRAMMES);
  const { language, may } = usePage();
  const departments = useTownPart('departments').value?.departments ?? [];
  const known = new Map(departments.map(({ id, name }) => [id, name]));
  const names: NamesOf = (section) => (section === 'departments' ? known : new Map());
  return (
    <HeadedPage
      title={programme.name[language]}
      description={words.versionHint}
      actions={
        may('town.change') && (
          <PageLink to={`/editor/programmes?entry=${programme.id}`}>{words.edit}</PageLink>
        )
      }
    >
      <SpaceBetween size="l">
        <FlowDrawing programme={programme} names={names} />
        <Tabs
          tabs={[
            { id: 'preview', label: words.preview, content: <FormPreview form={programme.form} /> },
            { id: 'documents', label: words.documents, content: <Documents programme={programme} /> },
          ]}
        />
      </SpaceBetween>
    </HeadedPage>
  );
}

function Documents({ programme: { documents } }: { programme: Programme }) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  if (documents.length === 0) return <Nothing>{words.noDocuments}</Nothing>;
  return (
    <ol>
      {documents.map(({ id, name }) => (
        <li key={id}>{name[language]}</li>
      ))}
    </ol>
  );
}
