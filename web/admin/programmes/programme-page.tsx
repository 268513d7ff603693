import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import type { Programme } from '../../../domain/town/schema.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { LoadedPart } from '../shell/loaded-part.js';
import type { PageProps } from '../shell/pages.js';
import { SavingProblem } from '../town/saving-problem.js';
import { useSavePart } from '../town/use-save-part.js';
import { DataEditor } from './data-editor.js';
import { DocumentsEditor } from './documents-editor.js';
import type { EditorProps } from './editor-props.js';
import { FormEditor } from './form-editor.js';
import { FormPreview } from './form-preview.js';
import { RulesEditor } from './rules-editor.js';
import { StagesEditor } from './stages-editor.js';
import { PROGRAMMES } from './words.js';
import { programmeRoute, changeProgrammeRoute } from '../../../contracts/console/town.js';

interface Loaded {
  readonly version: number;
  readonly programme: Programme;
}

/** One programme, to be read, and changed by administrators. */
export function ProgrammePage({ parts }: PageProps) {
  const { id = '' } = parts;
  const loaded = useLoaded(programmeRoute, { params: { id } });
  return (
    <LoadedPart loaded={loaded}>
      {({ version, programme }) => (
        <ProgrammeEditor
          key={version}
          // Whole, as the town's data has it.
          loaded={{ version, programme: programme as unknown as Programme }}
          onSaved={loaded.reload}
        />
      )}
    </LoadedPart>
  );
}

function ProgrammeEditor({ loaded, onSaved }: { loaded: Loaded; onSaved: () => void }) {
  const words = useWords(PROGRAMMES);
  const { language, may } = usePage();
  const [programme, setProgramme] = useState(loaded.programme);
  const saving = useSavePart();
  const isReadOnly = !may('town.change');
  const isChanged = programme !== loaded.programme;
  const save = async () => {
    const body = { version: loaded.version, programme: { ...programme } };
    if (await saving.save(changeProgrammeRoute, { params: { id: programme.id }, body })) onSaved();
  };
  const given: EditorProps = { programme, isReadOnly, onChange: setProgramme };
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={isReadOnly ? words.readOnly : isChanged ? words.unsaved : words.versionHint}
          actions={
            !isReadOnly && (
              <Button
                variant="primary"
                disabled={!isChanged}
                loading={saving.isBusy}
                onClick={() => void save()}
              >
                {words.save}
              </Button>
            )
          }
        >
          {programme.name[language]}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {saving.problem && <SavingProblem problem={saving.problem} />}
        <Tabs
          tabs={[
            { id: 'form', label: words.form, content: <FormEditor {...given} /> },
            { id: 'preview', label: words.preview, content: <FormPreview form={programme.form} /> },
            { id: 'documents', label: words.documents, content: <DocumentsEditor {...given} /> },
            { id: 'stages', label: words.stages, content: <StagesEditor {...given} /> },
            { id: 'rules', label: words.rules, content: <RulesEditor {...given} /> },
            { id: 'data', label: words.data, content: <DataEditor {...given} /> },
          ]}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}
