import type { SectionId } from './section-ids.js';

/** Fields of which nothing more is to be said. */
export const PLAIN_FIELDS = ['text', 'yes-no', 'flag', 'bilingual', 'allowance', 'time', 'date'] as const;

/** Between what a number lies; what is left out is no bound. */
export interface Bounds {
  readonly least?: number | undefined;
  /** It is more than that, by however little. */
  readonly above?: number | undefined;
  readonly most?: number | undefined;
}

/** What a field holds, from which follow its input and its words. */
export type Field =
  | { readonly kind: (typeof PLAIN_FIELDS)[number] }
  | ({ readonly kind: 'number' } & Bounds)
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** One of these, or a department. */
  | { readonly kind: 'party'; readonly options: readonly string[] }
  /** The key of an entry of another section. */
  | { readonly kind: 'reference'; readonly to: SectionId; readonly isNumber?: true | undefined }
  /** The id of a member of one of the entry's own lists. */
  | { readonly kind: 'own'; readonly list: string }
  | { readonly kind: 'list'; readonly of: Field }
  | { readonly kind: 'group'; readonly fields: readonly NamedField[] }
  /** What is asked depends on what the field `by` says. */
  | { readonly kind: 'variant'; readonly by: string; readonly variants: readonly Variant[] };

export interface Variant {
  readonly value: string;
  /** But for the one that tells them apart. */
  readonly fields: readonly NamedField[];
}

export interface NamedField {
  readonly name: string;
  /** The names of the fields that lead here, and its own: `programmes.stages.steps.within`. Words are found by it. */
  readonly path: string;
  readonly field: Field;
  readonly isOptional: boolean;
  /** What holds where nothing is said; absent: something must be said. */
  readonly standard?: unknown;
}
