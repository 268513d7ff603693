import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { isSame, written } from '../../../domain/editing/entry.js';
import type { Field } from '../../../domain/editing/field.js';
import { useWords } from '../page/catalogue.js';
import type { FieldProps } from './field-props.js';
import { useHint } from './said-of-field.js';
import { EDITING } from './words.js';

/** Several texts, one per line; several numbers, separated by commas. What is typed stays as it is until the field is left. */
export function LinesInput({ of, ...props }: FieldProps & { readonly of: Field }) {
  const { context, at, label, value, isOptional, onChange } = props;
  const words = useWords(EDITING);
  const hint = useHint(props);
  const isNumbers = of.kind === 'number';
  const members = Array.isArray(value) ? value.map(written) : [];
  const [typed, setTyped] = useState('');
  // What was changed elsewhere, as by taking a change back, is shown as it is.
  const shown = isSame(partsOf(typed, isNumbers), members) ? typed : members.join(isNumbers ? ', ' : '\n');
  const take = (text: string) => {
    setTyped(text);
    const parts = partsOf(text, isNumbers);
    if (parts.length === 0 && isOptional) onChange(undefined);
    else onChange(isNumbers ? parts.map(numberOr) : parts);
  };
  const error =
    context.errorAt(at) ??
    members.map((_, place) => context.errorAt([...at, place])).find((one) => one !== undefined);
  return (
    <FormField
      label={label}
      description={hint ?? (isNumbers ? words.commas : words.onePerLine)}
      errorText={error}
      stretch
    >
      {isNumbers ? (
        <Input value={shown} onChange={({ detail }) => take(detail.value)} />
      ) : (
        <Textarea
          value={shown}
          rows={Math.min(8, members.length + 1)}
          onChange={({ detail }) => take(detail.value)}
        />
      )}
    </FormField>
  );
}

const partsOf = (text: string, isNumbers: boolean): string[] =>
  text
    .split(isNumbers ? /[,，、\s]+/ : '\n')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What is no number stays as it was typed, for the check to refuse. */
const numberOr = (part: string): number | string => (Number.isFinite(Number(part)) ? Number(part) : part);
