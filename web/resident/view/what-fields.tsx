import { usePage } from '../page-context.js';
import type { categoriesRoute } from '../../../contracts/resident/town.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { Field } from './field.js';
import type { FieldsProps } from './fields-props.js';
import { PhotoFields } from './photo-fields.js';
import { PrivateNumbers } from './private-numbers.js';
import { WishFields } from './wish-fields.js';
import { useCategories } from './use-town-lists.js';

type CategoryChoice = AnswerOf<typeof categoriesRoute>['categories'][number];

/** Its matter: the kind, the documents to have ready for it, and the person's own words. */
export function WhatFields(props: FieldsProps & { round: number }) {
  const { messages } = usePage();
  const { form } = messages;
  const { draft, errors, onChange } = props;
  const categories = useCategories();
  const chosen = categories.find(({ id }) => id === draft.category);
  return (
    <fieldset>
      <legend>{form.what}</legend>
      {categories.length > 0 && <CategoryField {...props} categories={categories} />}
      {chosen?.path === 'emergency' && <p class="danger">{form.emergency}</p>}
      {chosen && chosen.documents.length > 0 && <Documents documents={chosen.documents} />}
      <Field field="description" label={form.description} hint={form.descriptionHint} errors={errors}>
        {(control) => (
          <textarea
            {...control}
            required
            rows={5}
            maxLength={2000}
            value={draft.description}
            onInput={(event) => onChange({ description: event.currentTarget.value })}
          />
        )}
      </Field>
      <PrivateNumbers draft={draft} onChange={onChange} />
      <WishFields draft={draft} onChange={onChange} />
      <PhotoFields key={props.round} />
    </fieldset>
  );
}

function CategoryField({
  draft,
  errors,
  onChange,
  categories,
}: FieldsProps & { categories: readonly CategoryChoice[] }) {
  const { messages, language } = usePage();
  const { form } = messages;
  const words = ({ name, plainly }: CategoryChoice) =>
    plainly ? form.categoryOption(name[language], plainly[language]) : name[language];
  return (
    <Field field="category" label={`${form.category}${form.optional}`} errors={errors}>
      {(control) => (
        <select
          {...control}
          value={draft.category}
          onChange={(event) => onChange({ category: event.currentTarget.value, sameAs: '' })}
        >
          <option value="">{form.categoryUnknown}</option>
          {categories.map((category) => (
            <option key={category.id} value={category.id}>
              {words(category)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Documents({ documents }: Pick<CategoryChoice, 'documents'>) {
  const { messages, language } = usePage();
  return (
    <div class="panel" role="status">
      <h2>{messages.form.documents}</h2>
      <ul>
        {documents.map((name) => (
          <li key={name.en}>{name[language]}</li>
        ))}
      </ul>
      <p class="hint">{messages.form.documentsHint}</p>
    </div>
  );
}
