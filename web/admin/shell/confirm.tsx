import { type ReactNode, useState } from 'react';
import { FormModal } from './form-modal.js';

interface ConfirmProps {
  readonly question: string;
  readonly verb: string;
  readonly onConfirm: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done that cannot simply be taken back. */
export function Confirm({ question, verb, onConfirm, onCancel, children }: ConfirmProps) {
  const [isBusy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    void onConfirm();
  };
  return (
    <FormModal title={question} verb={verb} isBusy={isBusy} onSend={confirm} onCancel={onCancel}>
      {children}
    </FormModal>
  );
}
