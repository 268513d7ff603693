import type { Programme } from '../../../domain/town/schema.js';

/** What an editor of one part is given. */
export interface EditorProps {
  readonly programme: Programme;
  readonly isReadOnly: boolean;
  readonly onChange: (programme: Programme) => void;
}
