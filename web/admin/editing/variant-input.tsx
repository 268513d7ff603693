import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { type Entry, isObject, written } from '../../../domain/editing/entry.js';
import type { Field, Variant } from '../../../domain/editing/field.js';
import { fieldWords } from '../../../domain/editing/field-words.js';
import { usePage } from '../page/page-context.js';
import { ChoiceInput } from './choice-input.js';
import { emptyEntry } from './empty-value.js';
import type { FieldProps } from './field-props.js';
import { Fields } from './group-input.js';
import { useHint } from './said-of-field.js';
import { useOptions } from './use-options.js';

interface VariantProps extends FieldProps {
  readonly by: string;
  readonly variants: readonly Variant[];
}

/** One of several forms, and which; what was typed in another is there again when that is chosen again. */
export function VariantInput(props: VariantProps) {
  const { context, at, path, label, value, by, variants, onChange } = props;
  const { language } = usePage();
  const hint = useHint(props);
  const told = `${path}.${by}`;
  const kinds: Field = { kind: 'choice', options: variants.map((variant) => variant.value) };
  const options = useOptions({ field: kinds, path: told, context });
  const said: Entry = isObject(value) ? value : {};
  const chosen = written(said[by]);
  const typed = useRef(new Map<string, Entry>());
  const fieldsOf = (one: string) => variants.find((variant) => variant.value === one)?.fields ?? [];
  const choose = (next: unknown) => {
    typed.current.set(chosen, said);
    const name = written(next);
    onChange({ ...(typed.current.get(name) ?? emptyEntry(fieldsOf(name))), [by]: name });
  };
  return (
    <FormField
      label={label}
      errorText={context.errorAt(at)}
      stretch
      {...(hint !== undefined && { description: hint })}
    >
      <div className="within">
        <SpaceBetween size="m">
          <FormField label={fieldWords(told)?.[language] ?? by} errorText={context.errorAt([...at, by])}>
            <ChoiceInput
              options={options}
              chosen={options.find((option) => option.value === chosen)}
              isOptional={false}
              isFixed={false}
              onChoose={choose}
            />
          </FormField>
          <Fields context={context} at={at} fields={fieldsOf(chosen)} value={said} onChange={onChange} />
        </SpaceBetween>
      </div>
    </FormField>
  );
}
