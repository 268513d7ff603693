import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import type { Bilingual } from '../../../domain/words/language.js';
import { useWords } from '../page/catalogue.js';
import { PROGRAMMES } from './words.js';

interface BilingualInputProps {
  readonly label: string;
  readonly value: Bilingual;
  readonly isReadOnly: boolean;
  readonly onChange: (value: Bilingual) => void;
}

/** The same words in both languages, side by side. */
export function BilingualInput({ label, value, isReadOnly, onChange }: BilingualInputProps) {
  const words = useWords(PROGRAMMES);
  return (
    <Grid gridDefinition={[{ colspan: 6 }, { colspan: 6 }]}>
      <FormField label={`${label} · ${words.chinese}`}>
        <Input
          value={value['zh-CN']}
          readOnly={isReadOnly}
          onChange={({ detail }) => onChange({ ...value, 'zh-CN': detail.value })}
        />
      </FormField>
      <FormField label={`${label} · ${words.english}`}>
        <Input
          value={value.en}
          readOnly={isReadOnly}
          onChange={({ detail }) => onChange({ ...value, en: detail.value })}
        />
      </FormField>
    </Grid>
  );
}
