import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Textarea from '@cloudscape-design/components/textarea';
import { languageSchema } from '../../../domain/words/language.js';
import { isObject, written } from '../../../domain/editing/entry.js';
import { useWords } from '../page/catalogue.js';
import { EDITING } from './words.js';

interface BilingualInputProps {
  readonly label: string;
  readonly value: unknown;
  readonly hint: string | undefined;
  /** What is wrong with either. */
  readonly errorOf: (language: string) => string | undefined;
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
}

/** The same words in both languages, side by side. */
export function BilingualInput({ label, value, hint, errorOf, onChange }: BilingualInputProps) {
  const words = useWords(EDITING);
  const said = isObject(value) ? value : {};
  const both = Object.fromEntries(languageSchema.options.map((one) => [one, written(said[one])]));
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, xs: 6 } }, { colspan: { default: 12, xs: 6 } }]}>
      {languageSchema.options.map((one) => (
        <FormField
          key={one}
          label={`${label} · ${one === 'en' ? words.english : words.chinese}`}
          errorText={errorOf(one)}
          stretch
          {...(hint !== undefined && { description: hint })}
        >
          <Textarea
            rows={both[one] !== undefined && both[one].length > LONG ? 4 : 1}
            value={both[one] ?? ''}
            onChange={({ detail }) => onChange({ ...both, [one]: detail.value })}
          />
        </FormField>
      ))}
    </Grid>
  );
}

/** Characters that need more than a line. */
const LONG = 30;
