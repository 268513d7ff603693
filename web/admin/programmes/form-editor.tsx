import type { FormField } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FieldEditor } from './field-editor.js';
import type { EditorProps } from './editor-props.js';
import { ListEditor } from './list-editor.js';
import { PROGRAMMES } from './words.js';

const newField = (count: number): FormField => ({
  id: `field-${count + 1}`,
  label: { 'zh-CN': '', en: '' },
  type: 'text',
  required: false,
  personal: false,
});

/** What the programme's form asks for, field by field. */
export function FormEditor({ programme, isReadOnly, onChange }: EditorProps) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  return (
    <ListEditor
      list={programme.form}
      isReadOnly={isReadOnly}
      onChange={(form) => onChange({ ...programme, form })}
      empty={words.noFields}
      add={words.addField}
      newMember={newField}
      nameOf={({ label }) => label[language]}
      headingOf={({ id, label }) => label[language] || id}
    >
      {(field, change) => <FieldEditor field={field} isReadOnly={isReadOnly} onChange={change} />}
    </ListEditor>
  );
}
