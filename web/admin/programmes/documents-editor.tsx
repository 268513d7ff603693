import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormFieldBox from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Programme } from '../../../domain/town/schema.js';
import { useWords } from '../catalogue.js';
import { usePage } from '../page-context.js';
import { BilingualInput } from './bilingual-input.js';
import { replaced } from './list-change.js';
import type { EditorProps } from './editor-props.js';
import { Nothing } from './nothing.js';
import { RowActions } from './row-actions.js';
import { PROGRAMMES } from './words.js';

type Documents = Programme['documents'];

/** Everything the resident must bring: told once, completely. */
export function DocumentsEditor({ programme, isReadOnly, onChange }: EditorProps) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  const { documents } = programme;
  const change = (changed: Documents) => onChange({ ...programme, documents: changed });
  return (
    <SpaceBetween size="m">
      {documents.length === 0 && <Nothing>{words.noDocuments}</Nothing>}
      {documents.map((document, place) => (
        <Container
          // A document is its place: texts name it by its number, and its id may be changed.
          key={`${place}`}
          header={
            <Header
              variant="h2"
              actions={
                !isReadOnly && (
                  <RowActions
                    list={documents}
                    place={place}
                    name={document.name[language]}
                    onChange={change}
                  />
                )
              }
            >
              {`${place + 1}. ${document.name[language] || document.id}`}
            </Header>
          }
        >
          <DocumentFields
            document={document}
            isReadOnly={isReadOnly}
            onChange={(changed) => change(replaced(documents, place, changed))}
          />
        </Container>
      ))}
      {!isReadOnly && (
        <Button
          iconName="add-plus"
          onClick={() =>
            change([...documents, { id: `document-${documents.length + 1}`, name: { 'zh-CN': '', en: '' } }])
          }
        >
          {words.addDocument}
        </Button>
      )}
    </SpaceBetween>
  );
}

interface DocumentFieldsProps {
  readonly document: Documents[number];
  readonly isReadOnly: boolean;
  readonly onChange: (document: Documents[number]) => void;
}

function DocumentFields({ document, isReadOnly, onChange }: DocumentFieldsProps) {
  const words = useWords(PROGRAMMES);
  return (
    <SpaceBetween size="s">
      <BilingualInput
        label={words.document}
        value={document.name}
        isReadOnly={isReadOnly}
        onChange={(name) => onChange({ ...document, name })}
      />
      <FormFieldBox label={words.id}>
        <Input
          value={document.id}
          readOnly={isReadOnly}
          onChange={({ detail }) => onChange({ ...document, id: detail.value })}
        />
      </FormFieldBox>
    </SpaceBetween>
  );
}
