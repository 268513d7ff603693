import type { Draft } from '../../../contracts/resident/draft.js';
import type { FieldError } from '../../../contracts/resident/field-errors.js';

/** The props that the groups of fields share. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly errors: readonly FieldError[];
  readonly onChange: (change: Partial<Draft>) => void;
}
