import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormField } from '../../../domain/town/schema.js';
import { useWords } from '../catalogue.js';
import { usePage } from '../page-context.js';
import { FieldEditor } from './field-editor.js';
import { replaced } from './list-change.js';
import type { EditorProps } from './editor-props.js';
import { Nothing } from './nothing.js';
import { RowActions } from './row-actions.js';
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
  const { form } = programme;
  const change = (changed: FormField[]) => onChange({ ...programme, form: changed });
  return (
    <SpaceBetween size="m">
      {form.length === 0 && <Nothing>{words.noFields}</Nothing>}
      {form.map((field, place) => (
        <Container
          // A field is its place: its id may be changed.
          key={`${place}`}
          header={
            <Header
              variant="h2"
              actions={
                !isReadOnly && (
                  <RowActions list={form} place={place} name={field.label[language]} onChange={change} />
                )
              }
            >
              {field.label[language] || field.id}
            </Header>
          }
        >
          <FieldEditor
            field={field}
            isReadOnly={isReadOnly}
            onChange={(changed) => change(replaced(form, place, changed))}
          />
        </Container>
      ))}
      {!isReadOnly && (
        <Button iconName="add-plus" onClick={() => change([...form, newField(form.length)])}>
          {words.addField}
        </Button>
      )}
    </SpaceBetween>
  );
}
