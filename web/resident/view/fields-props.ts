import type { Draft } from '../draft.js';
import type { FieldError } from '../field-errors.js';

/** What the groups of fields share. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly errors: readonly FieldError[];
  readonly onChange: (change: Partial<Draft>) => void;
}
