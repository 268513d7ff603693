import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { SHELL } from './words.js';

interface ConfirmProps {
  readonly question: string;
  readonly verb: string;
  readonly onConfirm: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done that cannot simply be taken back. */
export function Confirm({ question, verb, onConfirm, onCancel, children }: ConfirmProps) {
  const words = useWords(SHELL);
  const [isBusy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    void onConfirm();
  };
  return (
    <Modal
      visible
      header={question}
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {words.cancel}
            </Button>
            <Button variant="primary" loading={isBusy} loadingText={words.working} onClick={confirm}>
              {verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  );
}
