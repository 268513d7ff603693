import type { Draft } from '../../../contracts/resident/draft.js';
import { usePage } from '../page-context.js';
import type { villagesRoute } from '../../../contracts/resident/town.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { Field } from './field.js';
import { LocatedGrid } from './located-grid.js';
import { LocationField } from './location-field.js';
import type { FieldsProps } from './fields-props.js';
import { SimilarRequests } from './similar-requests.js';
import { useVillages } from './use-town-lists.js';

type VillageChoice = AnswerOf<typeof villagesRoute>['villages'][number];

/** Where it is: village and group, or the point where the person stands, or neither. */
export function PlaceFields({ draft, errors, onChange }: FieldsProps) {
  const { form } = usePage().messages;
  return (
    <fieldset>
      <legend>
        {form.where}
        {form.optional}
      </legend>
      <p class="hint">{form.whereHint}</p>
      <PlaceChoice draft={draft} errors={errors} onChange={(part) => onChange({ ...part, sameAs: '' })} />
      {draft.location && <LocatedGrid location={draft.location} />}
      <SimilarRequests draft={draft} onChange={onChange} />
    </fieldset>
  );
}

/** The draft's place, and what is wrong with it. */
export type PlaceProps = Pick<FieldsProps, 'errors'> & {
  readonly draft: Pick<Draft, 'village' | 'group' | 'location'>;
  readonly onChange: (part: Partial<PlaceProps['draft']>) => void;
};

/** Village and group from the town's lists, or the point where the person stands. */
export function PlaceChoice({ draft, errors, onChange }: PlaceProps) {
  const { messages } = usePage();
  const { form } = messages;
  const { villages, failed, reload } = useVillages();
  const village = villages.find(({ id }) => id === draft.village);
  return (
    <>
      {failed && (
        <p class="notice" role="status">
          {form.villagesMissing}{' '}
          <button type="button" class="plain" onClick={reload}>
            {form.reload}
          </button>
        </p>
      )}
      {villages.length > 0 && (
        <div class="pair">
          <VillageField draft={draft} errors={errors} onChange={onChange} villages={villages} />
          {village && <GroupField draft={draft} errors={errors} onChange={onChange} village={village} />}
        </div>
      )}
      <LocationField draft={draft} errors={errors} onChange={onChange} />
    </>
  );
}

function VillageField({
  draft,
  errors,
  onChange,
  villages,
}: PlaceProps & { villages: readonly VillageChoice[] }) {
  const { messages, language } = usePage();
  return (
    <Field field="village" label={messages.form.village} errors={errors}>
      {(control) => (
        <select
          {...control}
          value={draft.village}
          onChange={(event) => onChange({ village: event.currentTarget.value, group: '' })}
        >
          <option value="">{messages.form.villageUnknown}</option>
          {villages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function GroupField({ draft, errors, onChange, village }: PlaceProps & { village: VillageChoice }) {
  const { messages } = usePage();
  return (
    <Field field="group" label={messages.form.group} errors={errors}>
      {(control) => (
        <select
          {...control}
          value={draft.group}
          onChange={(event) => onChange({ group: event.currentTarget.value })}
        >
          <option value="">{messages.form.groupUnknown}</option>
          {village.groups.map(({ number }) => (
            <option key={number} value={String(number)}>
              {messages.form.groupName(number)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
