import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useWords } from '../page/catalogue.js';
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
    <Modal
      visible
      header={title}
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {words.cancel}
            </Button>
            <Button variant="primary" loading={saving.isBusy} onClick={() => void onSave()}>
              {words.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {saving.problem && <SavingProblem problem={saving.problem} />}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
