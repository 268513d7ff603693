import { findPrivateNumbers } from '../../domain/privacy/private-numbers.js';
import type { Draft } from './draft.js';
import type { Messages } from './messages.js';

/** The fields of the form, in the order in which they stand on the page. */
export const FIELDS = [
  'category',
  'description',
  'village',
  'group',
  'location',
  'name',
  'phone',
  'otherName',
  'otherPhone',
  'consent',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** Something wrong, at a field where one is known. */
export interface FieldError {
  readonly field?: FieldName;
  readonly message: string;
}

/** The element of a field, which the error summary links to. */
export const fieldId = (field: FieldName): string => `field-${field}`;

const POINTERS: Readonly<Record<string, FieldName>> = {
  onBehalfOf: 'otherName',
  'onBehalfOf/name': 'otherName',
  'onBehalfOf/phone': 'otherPhone',
  'location/lat': 'location',
  'location/lng': 'location',
};

/** The field of the form that a JSON pointer of the service ("/onBehalfOf/phone") means. */
function fieldAt(pointer: string): FieldName | undefined {
  const path = pointer.replace(/^#?\//, '');
  return POINTERS[path] ?? FIELDS.find((field) => field === path);
}

/** The service says "is required" of a field; here it is said which. */
function named(field: FieldName | undefined, message: string, { form }: Messages): string {
  return field === undefined ? message : form.wrong(field === 'location' ? form.where : form[field], message);
}

const place = ({ field }: FieldError): number =>
  field === undefined ? FIELDS.length : FIELDS.indexOf(field);

/** The parts of a problem document that a page reads. */
interface Refusal {
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
}

/** The service's problem as errors of the form, top to bottom; one without fields says its detail. */
export function errorsOfProblem(problem: Refusal, messages: Messages): FieldError[] {
  const errors = problem.errors.map(({ field: pointer, message }) => {
    const field = fieldAt(pointer);
    return { field, message: named(field, message, messages) };
  });
  if (errors.length > 0) return errors.sort((a, b) => place(a) - place(b));
  return [{ message: problem.detail ?? problem.title ?? messages.form.refused }];
}

/** A telephone number is often what the words are about; the others hardly ever are. */
const mustDecide = (words: string): boolean => findPrivateNumbers(words).some(({ kind }) => kind !== 'phone');

/** Fields that must be filled in before it is worth a trip over a slow network; every other rule is the service's. */
export function missingFields(draft: Draft, consent: boolean, messages: Messages): FieldError[] {
  const { missing } = messages.form;
  const empty = (value: string): boolean => value.trim() === '';
  const errors: FieldError[] = [];
  if (empty(draft.description)) errors.push({ field: 'description', message: missing.description });
  else if (!draft.keepNumbers && mustDecide(draft.description))
    errors.push({ field: 'description', message: missing.numbers });
  if (empty(draft.name)) errors.push({ field: 'name', message: missing.name });
  if (empty(draft.phone)) errors.push({ field: 'phone', message: missing.phone });
  if (draft.forOther && empty(draft.otherName))
    errors.push({ field: 'otherName', message: missing.otherName });
  if (!consent) errors.push({ field: 'consent', message: missing.consent });
  return errors;
}

/** The first thing wrong with a field, to be shown beside it. */
export const errorAt = (errors: readonly FieldError[], field: FieldName): string | undefined =>
  errors.find((error) => error.field === field)?.message;
