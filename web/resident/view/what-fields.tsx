import { usePage } from '../page-context.js';
import { categoriesOf } from '../town-lists.js';
import { Field } from './field.js';
import type { FieldsProps } from './fields-props.js';
import { useTownList } from './use-town-list.js';

/** What it is about: the kind, and the person's own words. */
export function WhatFields({ draft, errors, onChange }: FieldsProps) {
  const { messages, api, language } = usePage();
  const { form } = messages;
  const { list: categories } = useTownList('categories', () => api.categories(), categoriesOf);
  return (
    <fieldset>
      <legend>{form.what}</legend>
      {categories.length > 0 && (
        <Field field="category" label={`${form.category}${form.optional}`} errors={errors}>
          {(control) => (
            <select
              {...control}
              value={draft.category}
              onChange={(event) => onChange({ category: event.currentTarget.value })}
            >
              <option value="">{form.categoryUnknown}</option>
              {categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
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
    </fieldset>
  );
}
