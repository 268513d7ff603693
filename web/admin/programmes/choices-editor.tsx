import Button from '@cloudscape-design/components/button';
import FormFieldBox from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormField } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { BilingualInput } from './bilingual-input.js';
import { replaced } from './list-change.js';
import { RowActions } from './row-actions.js';
import { PROGRAMMES } from './words.js';

type Choices = NonNullable<FormField['choices']>;

interface ChoicesEditorProps {
  readonly choices: Choices;
  readonly isReadOnly: boolean;
  readonly onChange: (choices: Choices) => void;
}

/** What can be chosen: a value that is stored, and words for people. */
export function ChoicesEditor({ choices, isReadOnly, onChange }: ChoicesEditorProps) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  return (
    <FormFieldBox label={words.choices} stretch>
      <SpaceBetween size="s">
        {choices.map((choice, place) => (
          // A choice is its place: its value may be changed.
          <SpaceBetween key={`${place}`} direction="horizontal" size="s" alignItems="end">
            <FormFieldBox label={words.choice}>
              <Input
                value={choice.value}
                readOnly={isReadOnly}
                onChange={({ detail }) =>
                  onChange(replaced(choices, place, { ...choice, value: detail.value }))
                }
              />
            </FormFieldBox>
            <BilingualInput
              label={words.name}
              value={choice.label}
              isReadOnly={isReadOnly}
              onChange={(label) => onChange(replaced(choices, place, { ...choice, label }))}
            />
            {!isReadOnly && (
              <RowActions list={choices} place={place} name={choice.label[language]} onChange={onChange} />
            )}
          </SpaceBetween>
        ))}
        {!isReadOnly && (
          <Button
            onClick={() =>
              onChange([...choices, { value: `${choices.length + 1}`, label: { 'zh-CN': '', en: '' } }])
            }
          >
            {words.addChoice}
          </Button>
        )}
      </SpaceBetween>
    </FormFieldBox>
  );
}
