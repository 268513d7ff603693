import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormFieldBox from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { FormField } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Nothing } from './nothing.js';
import { PROGRAMMES } from './words.js';

/** The form as a cadre sees it; what is filled in here goes nowhere. */
export function FormPreview({ form }: { form: readonly FormField[] }) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({});
  if (form.length === 0) return <Nothing>{words.noFields}</Nothing>;
  return (
    <Container>
      <SpaceBetween size="m">
        <Box color="text-body-secondary">{words.previewHint}</Box>
        {form.map((field) => (
          <FormFieldBox
            key={field.id}
            label={`${field.label[language]}${field.required ? '' : ` ${words.optional}`}`}
          >
            <Field
              field={field}
              value={filled[field.id] ?? ''}
              onValue={(value) => setFilled({ ...filled, [field.id]: value })}
            />
          </FormFieldBox>
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface FieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Field({ field, value, onValue }: FieldProps) {
  const words = useWords(PROGRAMMES);
  const { language } = usePage();
  switch (field.type) {
    case 'text':
      return <Input value={value} onChange={({ detail }) => onValue(detail.value)} />;
    case 'number':
      return <Input type="number" value={value} onChange={({ detail }) => onValue(detail.value)} />;
    case 'date':
      return <DatePicker value={value} onChange={({ detail }) => onValue(detail.value)} />;
    case 'choice':
      return (
        <RadioGroup
          value={value}
          items={(field.choices ?? []).map((choice) => ({
            value: choice.value,
            label: choice.label[language],
          }))}
          onChange={({ detail }) => onValue(detail.value)}
        />
      );
    case 'yes-no':
      return (
        <RadioGroup
          value={value}
          items={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          onChange={({ detail }) => onValue(detail.value)}
        />
      );
  }
}
