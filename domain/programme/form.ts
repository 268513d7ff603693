import * as z from 'zod';
import { DomainError } from '../domain-error.js';
import { isStorable } from '../words/clean-value.js';
import { LONGEST_NOTE } from '../words/limits.js';
import type { FormField, Programme } from '../town/schema.js';
import { wrong } from '../words/wrong-values.js';

/** The value of a form field: text, choices and dates are strings, numbers are numbers, yes-no is a boolean. */
export type FormValue = string | number | boolean;
/** A programme's form as it was filled in: fields by their id. */
export const formNumber = z
  .number()
  .min(Number.MIN_SAFE_INTEGER)
  .max(Number.MAX_SAFE_INTEGER)
  .refine(isStorable, wrong('no-number'));
export const formValuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type FormValues = Readonly<z.infer<typeof formValuesSchema>>;
type FormSchema = z.ZodObject<Record<string, z.ZodType<FormValue | undefined>>, z.core.$strict>;

/**
 * The schema of a programme's form: required fields, kinds, choices and limits as the town's data has them, no other
 * field. `min` and `max` bound a number's value and a text's length. Throws `FormFieldWithoutChoices` for a choice that
 * offers nothing.
 */
export function validateForm(programme: Programme): FormSchema {
  return z.strictObject(
    Object.fromEntries(programme.form.map((field) => [field.id, fieldSchema(field, programme.id)])),
  );
}

function fieldSchema(field: FormField, programme: string): z.ZodType<FormValue | undefined> {
  const value = valueSchema(field, programme);
  return field.required ? value : value.optional();
}

function valueSchema(field: FormField, programme: string): z.ZodType<FormValue> {
  switch (field.type) {
    case 'text':
      return textSchema(field);
    case 'number':
      return formNumber.min(field.min ?? Number.MIN_SAFE_INTEGER).max(field.max ?? Number.MAX_SAFE_INTEGER);
    case 'date':
      return z.iso.date();
    case 'yes-no':
      return z.boolean();
    case 'choice':
      return choiceSchema(field, programme);
  }
}

function textSchema(field: FormField): z.ZodType<string> {
  const text = z
    .string()
    .trim()
    .min(field.min ?? 1);
  return text.max(field.max ?? LONGEST_NOTE);
}

function choiceSchema(field: FormField, programme: string): z.ZodType<string> {
  const values = field.choices?.map((choice) => choice.value) ?? [];
  if (values.length === 0) {
    const message = `The choice ${field.id} of ${programme} offers nothing to choose.`;
    throw new DomainError('FormFieldWithoutChoices', message, { programme, field: field.id });
  }
  return z.enum(values);
}
