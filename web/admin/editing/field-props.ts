import type { Field } from '../../../domain/editing/field.js';
import type { Entry } from '../../../domain/editing/entry.js';
import type { NamesOf } from '../../../domain/editing/entry-title.js';

/** What every input of an entry's form can use. */
export interface FormContext {
  /** The whole entry: some fields name a member of one of its lists. */
  readonly entry: Entry;
  readonly names: NamesOf;
  /** What is wrong at a place of the entry, in words. */
  readonly errorAt: (place: readonly (string | number)[]) => string | undefined;
}

export interface FieldProps {
  readonly context: FormContext;
  /** Where in the entry it stands. */
  readonly at: readonly (string | number)[];
  /** By which its words are found. */
  readonly path: string;
  readonly field: Field;
  readonly label: string;
  readonly value: unknown;
  readonly isOptional: boolean;
  /** What holds where nothing is said. */
  readonly standard?: unknown;
  /** A part of a key does not change once it is there. */
  readonly isFixed?: boolean;
  readonly onChange: (value: unknown) => void;
}
