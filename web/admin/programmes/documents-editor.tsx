import FormFieldBox from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Programme } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { BilingualInput } from './bilingual-input.js';
import type { EditorProps } from './editor-props.js';
import { ListEditor } from './list-editor.js';
import { PROGRAMMES } from './words.js';

type NeededDocument = Programme['documents'][number];

const newDocument = (count: number): NeededDocument => ({
  id: `document-${count + 1}`,
  name: { 'zh-CN': '', en: '' },
});

/** Everything the resident must bring: told once, completely. */
export function DocumentsEditor({ programme, isReadOnly, onChange }: EditorProps) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  return (
    <ListEditor
      list={programme.documents}
      isReadOnly={isReadOnly}
      onChange={(documents) => onChange({ ...programme, documents })}
      empty={words.noDocuments}
      add={words.addDocument}
      newMember={newDocument}
      nameOf={({ name }) => name[language]}
      // Texts name a document by its number.
      headingOf={({ id, name }, place) => `${place + 1}. ${name[language] || id}`}
    >
      {(document, change) => <DocumentFields document={document} isReadOnly={isReadOnly} onChange={change} />}
    </ListEditor>
  );
}

interface DocumentFieldsProps {
  readonly document: NeededDocument;
  readonly isReadOnly: boolean;
  readonly onChange: (document: NeededDocument) => void;
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
