import type { SectionId } from './section-ids.js';

/** Fields of which nothing more is to be said. */
export const PLAIN_FIELDS = [
  'text',
  'number',
  'yes-no',
  'flag',
  'bilingual',
  'allowance',
  'time',
  'date',
  'party',
] as const;

/** What a field holds, from which follow its input and its words. */
export type Field =
  | { readonly kind: (typeof PLAIN_FIELDS)[number] }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** The key of an entry of another section. */
  | { readonly kind: 'reference'; readonly to: SectionId; readonly isNumber?: true | undefined }
  /** The id of a member of one of the entry's own lists. */
  | { readonly kind: 'own'; readonly list: string }
  | { readonly kind: 'list'; readonly of: Field }
  | { readonly kind: 'group'; readonly fields: readonly NamedField[] };

export interface NamedField {
  readonly name: string;
  /** The names of the fields that lead here, and its own: `programmes.stages.steps.within`. Words are found by it. */
  readonly path: string;
  readonly field: Field;
  readonly isOptional: boolean;
}
