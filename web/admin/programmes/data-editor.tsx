import FormFieldBox from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useEffect, useState } from 'react';
import type { Programme } from '../../../domain/town/schema.js';
import { isObject, parseJson } from '../../json.js';
import { useWords } from '../page/catalogue.js';
import type { EditorProps } from './editor-props.js';
import { PROGRAMMES } from './words.js';

const ROWS = 28;

/** The whole programme as text, for what the other editors do not show; saving checks it as an import does. */
export function DataEditor({ programme, isReadOnly, onChange }: EditorProps) {
  const words = useWords(PROGRAMMES);
  const [text, setText] = useState('');
  const [isBroken, setBroken] = useState(false);
  useEffect(() => setText(JSON.stringify(programme, undefined, 2)), [programme]);
  const take = () => {
    const value = parseJson(text);
    setBroken(!isObject(value));
    // What is in it is checked where it is saved, with an error per field.
    if (isObject(value)) onChange(value as unknown as Programme);
  };
  return (
    <FormFieldBox
      label={words.data}
      description={words.dataHint}
      errorText={isBroken && words.dataBroken}
      stretch
    >
      <Textarea
        value={text}
        rows={ROWS}
        spellcheck={false}
        readOnly={isReadOnly}
        onChange={({ detail }) => setText(detail.value)}
        onBlur={take}
      />
    </FormFieldBox>
  );
}
