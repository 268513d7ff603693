import Container from '@cloudscape-design/components/container';
import FormFieldBox from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { BilingualInput } from './bilingual-input.js';
import type { EditorProps } from './editor-props.js';
import { PROGRAMMES } from './words.js';

/** The programme's name, what else somebody can do who is refused, and when the person is looked after again. */
export function RulesEditor({ programme, isReadOnly, onChange }: EditorProps) {
  const words = useWords(PROGRAMMES);
  const [days, setDays] = useState(programme.followUpDays.join(', '));
  const take = () => {
    const typed = days.split(/[,，、\s]+/).filter((day) => day !== '');
    onChange({ ...programme, followUpDays: typed.map(Number) });
  };
  return (
    <Container>
      <SpaceBetween size="m">
        <BilingualInput
          label={words.name}
          value={programme.name}
          isReadOnly={isReadOnly}
          onChange={(name) => onChange({ ...programme, name })}
        />
        <BilingualInput
          label={words.alternatives}
          value={programme.alternatives}
          isReadOnly={isReadOnly}
          onChange={(alternatives) => onChange({ ...programme, alternatives })}
        />
        <FormFieldBox label={words.followUpDays} description={words.followUpHint}>
          <Input
            value={days}
            readOnly={isReadOnly}
            onChange={({ detail }) => setDays(detail.value)}
            onBlur={take}
          />
        </FormFieldBox>
      </SpaceBetween>
    </Container>
  );
}
