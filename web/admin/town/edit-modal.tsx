import type { ReactNode } from 'react';
import { useWords } from '../page/catalogue.js';
import { FormModal } from '../shell/form-modal.js';
import { SavingProblem } from './saving-problem.js';
import type { SavePart } from './use-save-part.js';
import { TOWN } from './words.js';

interface EditModalProps {
  readonly title: string;
  readonly saving: Pick<SavePart, 'isBusy' | 'problem'>;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A few fields to be changed and saved, or left as they were. */
export function EditModal({ title, saving, onSave, onCancel, children }: EditModalProps) {
  const words = useWords(TOWN);
  return (
    <FormModal
      title={title}
      verb={words.save}
      isBusy={saving.isBusy}
      onSend={() => void onSave()}
      onCancel={onCancel}
    >
      {saving.problem && <SavingProblem problem={saving.problem} />}
      {children}
    </FormModal>
  );
}
