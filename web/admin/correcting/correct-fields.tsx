import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { PATH_NAMES } from '../../../domain/request/status-words.js';
import { CORRECTED_OUTCOMES } from '../../../domain/request/correction.js';
import { pathSchema } from '../../../domain/town/field-schemas.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { READING } from '../reading/words.js';
import { Choice } from '../shell/choice.js';
import type { TownNames } from '../town/use-town-names.js';
import { usePeopleOptions } from '../town/use-people-options.js';
import { useTownPart } from '../town/use-town-part.js';
import type { Corrected } from './correction-body.js';
import { CORRECTING } from './words.js';

interface FieldsProps {
  readonly corrected: Corrected;
  readonly names: TownNames;
  readonly onCorrected: (corrected: Corrected) => void;
}

type Options = readonly (readonly [value: string, label: string])[];

/** Everything that can be put right: chosen where the town has a list, else typed. */
export function CorrectFields({ corrected, names, onCorrected }: FieldsProps) {
  const words = useWords(CORRECTING);
  const choices = useChoices(names);
  const set = (name: keyof Corrected) => (value: string) => onCorrected({ ...corrected, [name]: value });
  return (
    <ColumnLayout columns={2}>
      {(Object.keys(words.fields) as (keyof typeof words.fields)[]).map((name) => {
        const options = choices[name];
        return options ? (
          <Choice
            key={name}
            label={words.fields[name]}
            value={corrected[name]}
            options={[['', words.asIs], ...options]}
            onChange={set(name)}
          />
        ) : (
          <FormField key={name} label={words.fields[name]}>
            <Input value={corrected[name]} onChange={({ detail }) => set(name)(detail.value)} />
          </FormField>
        );
      })}
    </ColumnLayout>
  );
}

/** The choices of each; none where it is typed. */
function useChoices(names: TownNames): Readonly<Partial<Record<keyof Corrected, Options>>> {
  const { language } = usePage();
  const { dangers } = useWords(READING);
  const { outcomes } = useWords(CORRECTING);
  const departments = useTownPart('departments').value?.departments ?? [];
  const named = (list: TownNames['categories']): Options => list.map(({ id, name }) => [id, name[language]]);
  const people = usePeopleOptions();
  return {
    category: named(names.categories),
    danger: Object.entries(dangers),
    path: pathSchema.options.map((path) => [path, PATH_NAMES[path][language]]),
    village: named(names.villages),
    owner: people,
    handler: people,
    department: named(departments),
    outcome: CORRECTED_OUTCOMES.map((outcome) => [outcome, outcomes[outcome]]),
  };
}
