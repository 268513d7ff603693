import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ComponentProps } from 'react';
import type { EditProblem } from '../../../contracts/console/editing.js';
import type { Programme } from '../../../domain/town/schema.js';
import { type Entry, written } from '../../../domain/editing/entry.js';
import type { NamedField } from '../../../domain/editing/field.js';
import type { NamesOf } from '../../../domain/editing/entry-title.js';
import { SECTION_KEYS } from '../../../domain/editing/section-keys.js';
import type { SectionId } from '../../../domain/editing/section-ids.js';
import { useWords } from '../page/catalogue.js';
import { DialogFoot } from '../shell/dialog-foot.js';
import type { FormContext } from './field-props.js';
import { FlowDrawing } from './flow-drawing.js';
import { Fields } from './group-input.js';
import { PhrasesPart } from './phrases-part.js';
import type { Row } from './section-state.js';
import type { DraftHeld } from './use-draft.js';
import { useFirstError } from './use-first-error.js';
import { EDITING } from './words.js';

interface EntryModalProps {
  readonly section: SectionId;
  readonly fields: readonly NamedField[];
  readonly row: Row;
  readonly title: string;
  readonly names: NamesOf;
  readonly held: DraftHeld;
  readonly isBusy: boolean;
  /** Whether the entry was checked and is not right. */
  readonly isWrong: boolean;
  readonly problems: readonly EditProblem[];
  /** Of a category, what people say of it. */
  readonly phrases: Pick<ComponentProps<typeof PhrasesPart>, 'text' | 'onText' | 'error'>;
  readonly errorAt: FormContext['errorAt'];
  readonly onChange: (entry: Entry) => void;
  readonly onCheck: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** The form of one entry. What is typed is kept as it is typed; closing it loses nothing. */
export function EntryModal(props: EntryModalProps) {
  const { section, fields, row, title, names, isWrong, errorAt, onChange, onClose } = props;
  const words = useWords(EDITING);
  const form = useFirstError(props.problems);
  const { keys, isFixed } = SECTION_KEYS[section];
  const fixed = row.base ? keys : [];
  // Where nothing is added, a code cannot be chosen; what it is of, the title says in words.
  const filledIn = fields.filter(
    ({ name, field }) => !(isFixed && field.kind === 'text' && keys.includes(name)),
  );
  return (
    <Modal visible size="large" header={title} onDismiss={onClose} footer={<Foot {...props} />}>
      <SpaceBetween size="m">
        {isWrong && <Alert type="error">{words.entryWrong}</Alert>}
        {section === 'programmes' && (
          <FlowDrawing programme={row.entry as unknown as Programme} names={names} />
        )}
        <div ref={form}>
          <Fields
            context={{ entry: row.entry, names, errorAt }}
            at={[]}
            fields={filledIn}
            value={row.entry}
            fixed={fixed}
            onChange={onChange}
          />
        </div>
        {section === 'categories' && (
          <PhrasesPart category={written(row.entry['id'])} held={props.held} {...props.phrases} />
        )}
      </SpaceBetween>
    </Modal>
  );
}

function Foot({ row, held, isBusy, onDiscard, onCheck, onClose }: EntryModalProps) {
  const words = useWords(EDITING);
  return (
    <DialogFoot>
      {row.how && (
        <Button variant="link" onClick={onDiscard}>
          {words.discard}
        </Button>
      )}
      <Button onClick={onClose}>{words.close}</Button>
      <Button variant="primary" loading={isBusy} disabled={!held.draft} onClick={onCheck}>
        {words.check}
      </Button>
    </DialogFoot>
  );
}
